<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_GB">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Clausemark</source>
        <translation>关于 Clausemark</translation>
    </message>
    <message>
        <source>Mark the clauses of a policy, write risk notes, send them out as Word.</source>
        <translation>标注政策条款，撰写风险批注，以 Word 发出。</translation>
    </message>
    <message>
        <source>Nothing leaves this computer: the program opens no network connection.</source>
        <translation>文件不会离开这台电脑：本程序不建立任何网络连接。</translation>
    </message>
    <message>
        <source>Licence: Apache-2.0. Icons: Phosphor (MIT).</source>
        <translation>许可证：Apache-2.0。图标：Phosphor（MIT）。</translation>
    </message>
</context>
<context>
    <name>AboutDocument</name>
    <message>
        <source>Word document</source>
        <translation>Word 文档</translation>
    </message>
    <message>
        <source>web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>web archive</source>
        <translation>网页归档</translation>
    </message>
    <message>
        <source>OpenDocument text</source>
        <translation>OpenDocument 文档</translation>
    </message>
    <message>
        <source>electronic book</source>
        <translation>电子书</translation>
    </message>
    <message>
        <source>older Word document</source>
        <translation>旧版 Word 文档</translation>
    </message>
    <message>
        <source>mail</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>plain text</source>
        <translation>纯文本</translation>
    </message>
    <message>
        <source>{reader}, version {number}</source>
        <translation>{reader}，第 {number} 版</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页数</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>字符数</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Read by</source>
        <translation>读取程序</translation>
    </message>
    <message>
        <source>Tracked changes</source>
        <translation>修订</translation>
    </message>
    <message>
        <source>Comments and highlights</source>
        <translation>批注和标注</translation>
    </message>
    <message>
        <source>Hidden words</source>
        <translation>隐藏文字</translation>
    </message>
    <message>
        <source>inserted</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>moved away</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>moved here</source>
        <translation>移入</translation>
    </message>
    <message>
        <source>formatted</source>
        <translation>格式更改</translation>
    </message>
    <message>
        <source>replies: {count}</source>
        <translation>回复 {count} 条</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>highlight</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>{size} kB</source>
        <translation>{size} kB</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
</context>
<context>
    <name>AboutDocumentDialog</name>
    <message>
        <source>About this document</source>
        <translation>关于本文件</translation>
    </message>
    <message>
        <source>Where it came from</source>
        <translation>文件来源</translation>
    </message>
    <message>
        <source>What the file holds besides its words</source>
        <translation>正文之外的内容</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy SHA-256</source>
        <translation>复制 SHA-256</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>On</source>
        <translation>收到日期</translation>
    </message>
    <message>
        <source>How</source>
        <translation>收到方式</translation>
    </message>
    <message>
        <source>Says of itself</source>
        <translation>文件自述来源</translation>
    </message>
    <message>
        <source>How it was read</source>
        <translation>读取情况</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Nothing: no tracked changes, comments or hidden words.</source>
        <translation>没有修订、批注或隐藏文字。</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>另有 {count} 项</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>项目</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Paste as new document…</source>
        <translation>粘贴为新文件…</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>看看示例</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Close matter</source>
        <translation>关闭项目</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>查找…</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>查找下一处</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>查找上一处</translation>
    </message>
    <message>
        <source>Search the whole matter…</source>
        <translation>在整个项目中查找…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Copy with citation</source>
        <translation>复制并附出处</translation>
    </message>
    <message>
        <source>Select sentence</source>
        <translation>选中句子</translation>
    </message>
    <message>
        <source>Select clause</source>
        <translation>选中条款</translation>
    </message>
    <message>
        <source>Select more</source>
        <translation>扩大选择</translation>
    </message>
    <message>
        <source>Select less</source>
        <translation>缩小选择</translation>
    </message>
    <message>
        <source>Clauses</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Original pages</source>
        <translation>原版页面</translation>
    </message>
    <message>
        <source>Show tracked changes</source>
        <translation>显示修订</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>默认文字大小</translation>
    </message>
    <message>
        <source>Narrow column</source>
        <translation>窄栏</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Write a note on the selection</source>
        <translation>为选中文字写批注</translation>
    </message>
    <message>
        <source>Propose other wording</source>
        <translation>建议表述</translation>
    </message>
    <message>
        <source>Open note</source>
        <translation>打开批注</translation>
    </message>
    <message>
        <source>Next note</source>
        <translation>下一条批注</translation>
    </message>
    <message>
        <source>Previous note</source>
        <translation>上一条批注</translation>
    </message>
    <message>
        <source>Note on the whole document</source>
        <translation>对全文写批注</translation>
    </message>
    <message>
        <source>Select the note&apos;s words</source>
        <translation>选中批注的原文</translation>
    </message>
    <message>
        <source>Use selection as range</source>
        <translation>以选中文字为批注范围</translation>
    </message>
    <message>
        <source>Add selection to the note</source>
        <translation>将选中文字加入批注</translation>
    </message>
    <message>
        <source>More fields of the note</source>
        <translation>批注的更多栏目</translation>
    </message>
    <message>
        <source>Filter notes…</source>
        <translation>筛选批注…</translation>
    </message>
    <message>
        <source>Insert snippet…</source>
        <translation>插入常用语…</translation>
    </message>
    <message>
        <source>Edit snippets…</source>
        <translation>编辑常用语…</translation>
    </message>
    <message>
        <source>Mark for review</source>
        <translation>标为待复核</translation>
    </message>
    <message>
        <source>Mark all drafts for review</source>
        <translation>全部草稿标为待复核</translation>
    </message>
    <message>
        <source>Take back an answer…</source>
        <translation>收回答复…</translation>
    </message>
    <message>
        <source>Review the notes</source>
        <translation>复核批注</translation>
    </message>
    <message>
        <source>Delete note</source>
        <translation>删除批注</translation>
    </message>
    <message>
        <source>Mark clause read</source>
        <translation>标记条款已读</translation>
    </message>
    <message>
        <source>Next unread clause</source>
        <translation>下一条未读条款</translation>
    </message>
    <message>
        <source>Next clause</source>
        <translation>下一条款</translation>
    </message>
    <message>
        <source>Previous clause</source>
        <translation>上一条款</translation>
    </message>
    <message>
        <source>Go to clause…</source>
        <translation>转到条款…</translation>
    </message>
    <message>
        <source>Go to page…</source>
        <translation>转到页…</translation>
    </message>
    <message>
        <source>Next document</source>
        <translation>下一文件</translation>
    </message>
    <message>
        <source>Choose encoding…</source>
        <translation>选择编码…</translation>
    </message>
    <message>
        <source>Show the whole page</source>
        <translation>显示完整网页</translation>
    </message>
    <message>
        <source>Recognise the text…</source>
        <translation>识别文字…</translation>
    </message>
    <message>
        <source>About this document…</source>
        <translation>关于本文件…</translation>
    </message>
    <message>
        <source>Go to or do anything…</source>
        <translation>命令与跳转…</translation>
    </message>
    <message>
        <source>Check this matter</source>
        <translation>检查本项目</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>首选项…</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>使用手册</translation>
    </message>
    <message>
        <source>What can I press?</source>
        <translation>有哪些快捷键？</translation>
    </message>
    <message>
        <source>About Clausemark</source>
        <translation>关于 Clausemark</translation>
    </message>
    <message>
        <source>Documents of this matter…</source>
        <translation>项目文件列表…</translation>
    </message>
    <message>
        <source>Details of this matter…</source>
        <translation>项目信息…</translation>
    </message>
    <message>
        <source>Register of what was sent…</source>
        <translation>发出记录…</translation>
    </message>
    <message>
        <source>Send for review…</source>
        <translation>送交他人审阅…</translation>
    </message>
    <message>
        <source>Merge other copies…</source>
        <translation>合并其他副本…</translation>
    </message>
    <message>
        <source>Left to decide between reviewers…</source>
        <translation>审阅人之间的待定事项…</translation>
    </message>
    <message>
        <source>Close matter into a folder…</source>
        <translation>归档到文件夹…</translation>
    </message>
    <message>
        <source>Take this document out…</source>
        <translation>移出此文件…</translation>
    </message>
    <message>
        <source>New version of this document…</source>
        <translation>本文件的新版本…</translation>
    </message>
    <message>
        <source>Review what was carried over</source>
        <translation>逐条核对沿用的批注</translation>
    </message>
    <message>
        <source>Place the carried note at the selection</source>
        <translation>将沿用的批注放到所选文字</translation>
    </message>
    <message>
        <source>Versions of this document…</source>
        <translation>本文件的各版本…</translation>
    </message>
    <message>
        <source>Compare versions…</source>
        <translation>对照两个版本…</translation>
    </message>
    <message>
        <source>When did these words appear?</source>
        <translation>这些文字何时出现？</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排显示</translation>
    </message>
    <message>
        <source>Discreet mode</source>
        <translation>隐藏名称（演示模式）</translation>
    </message>
    <message>
        <source>Remember recent matters</source>
        <translation>记住最近打开的项目</translation>
    </message>
    <message>
        <source>Empty the list of recent matters</source>
        <translation>清空最近打开的项目</translation>
    </message>
    <message>
        <source>Bilingual side by side</source>
        <translation>双语对照</translation>
    </message>
    <message>
        <source>Show matter in its folder</source>
        <translation>在文件夹中显示项目</translation>
    </message>
    <message>
        <source>Save a copy of the matter…</source>
        <translation>另存项目副本…</translation>
    </message>
</context>
<context>
    <name>Announcements</name>
    <message>
        <source>Reading {name}…</source>
        <translation>正在读取 {name}…</translation>
    </message>
    <message>
        <source>{user} has this matter open on {machine} since {since}. Here it can be read only.</source>
        <translation>{user} 自 {since} 起在 {machine} 上打开了该项目，此处只能阅读。</translation>
    </message>
    <message>
        <source>Another window</source>
        <translation>另一个窗口</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Details copied: no words of the policy are in them</source>
        <translation>已复制详情，其中不含政策文字</translation>
    </message>
    <message>
        <source>a document</source>
        <translation>一份文件</translation>
    </message>
    <message>
        <source>Reading the notes…</source>
        <translation>正在读取批注…</translation>
    </message>
    <message>
        <source>Keeping the file in the matter…</source>
        <translation>正在将文件存入项目…</translation>
    </message>
    <message>
        <source>Removing for good…</source>
        <translation>正在彻底删除…</translation>
    </message>
    <message>
        <source>Changing the notes…</source>
        <translation>正在修改批注…</translation>
    </message>
    <message>
        <source>You may read this matter but not change it: its file or its folder is write-protected. Copy it to a folder of your own to work on it.</source>
        <translation>此项目只能阅读，不能修改：文件或所在文件夹受写保护。如需修改，请先复制到自己的文件夹。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Choose encoding…</source>
        <translation>选择编码…</translation>
    </message>
    <message>
        <source>Recognise the text…</source>
        <translation>识别文字…</translation>
    </message>
    <message>
        <source>{name} came in the mail “{subject}”, which has words of its own.</source>
        <translation>{name} 来自邮件“{subject}”，邮件另有正文。</translation>
    </message>
    <message>
        <source>Open the mail&apos;s own text</source>
        <translation>打开邮件正文</translation>
    </message>
    <message>
        <source>Typing from last time was kept and is not in its notes yet: {count}.</source>
        <translation>上次未完成的输入已保留，尚未写入批注：{count} 处。</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>恢复输入</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Redone: {change}</source>
        <translation>已重做：{change}</translation>
    </message>
    <message>
        <source>Undone: {change}</source>
        <translation>已撤销：{change}</translation>
    </message>
    <message>
        <source>Some of it stays as it is, because someone has changed the same fields since.</source>
        <translation>部分内容保持不变，因为此后有人改动了相同的字段。</translation>
    </message>
    <message>
        <source>{current} of {total}</source>
        <translation>{current} / {total}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>“{words}” is no regular expression.</source>
        <translation>“{words}”不是正则表达式。</translation>
    </message>
    <message>
        <source>“{words}” is not in this document.</source>
        <translation>本文件中没有“{words}”。</translation>
    </message>
    <message>
        <source>Search the whole matter</source>
        <translation>在整个项目中查找</translation>
    </message>
    <message>
        <source>{number}{field}: “{words}”</source>
        <translation>{number}{field}：“{words}”</translation>
    </message>
</context>
<context>
    <name>AnswersDialog</name>
    <message>
        <source>What the report brings back</source>
        <translation>收回的报告</translation>
    </message>
    <message>
        <source>{file} came back with changes.</source>
        <translation>{file} 已返回，含有改动。</translation>
    </message>
    <message>
        <source>What is ticked is taken in as one step that Undo takes back.</source>
        <translation>勾选的内容将一并采纳，可一步撤销。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Accept recorded changes</source>
        <translation>接受修订</translation>
    </message>
    <message>
        <source>Reject recorded changes</source>
        <translation>拒绝修订</translation>
    </message>
    <message>
        <source>Recorded change: {words}</source>
        <translation>修订：{words}</translation>
    </message>
    <message>
        <source>Take in {count} of {every}</source>
        <translation>采纳 {count} / {every} 项</translation>
    </message>
    <message>
        <source>What is asked for, note by note</source>
        <translation>各批注的待采纳内容</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ArrivingBar</name>
    <message>
        <source>The rest is still being read</source>
        <translation>其余部分仍在读取</translation>
    </message>
    <message>
        <source>Being read</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>{count} more after it</source>
        <translation>其后还有 {count} 个文件</translation>
    </message>
    <message>
        <source>How much of the file has been read</source>
        <translation>文件读取进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>全部取消</translation>
    </message>
    <message>
        <source>Recognising page {page} of {pages}</source>
        <translation>正在识别第 {page} 页，共 {pages} 页</translation>
    </message>
    <message>
        <source>Getting ready to recognise its text</source>
        <translation>正在准备识别文字</translation>
    </message>
</context>
<context>
    <name>ArrivingPage</name>
    <message>
        <source>The beginning of the policy</source>
        <translation>文件开头</translation>
    </message>
    <message>
        <source>Its first page comes as soon as there is text. Esc gives it up.</source>
        <translation>读出文字后即显示首页。按 Esc 放弃。</translation>
    </message>
</context>
<context>
    <name>Audience</name>
    <message>
        <source>Inside</source>
        <translation>内部</translation>
    </message>
    <message>
        <source>To the client</source>
        <translation>发给客户</translation>
    </message>
    <message>
        <source>To everybody</source>
        <translation>发给所有人</translation>
    </message>
    <message>
        <source>The answer stays inside the firm</source>
        <translation>该回复只在所内可见</translation>
    </message>
    <message>
        <source>The answer goes out with the note when it is exported for the client</source>
        <translation>导出给客户时，该回复随批注一并发出</translation>
    </message>
</context>
<context>
    <name>Bilingual</name>
    <message>
        <source>In one language only</source>
        <translation>仅见于一种语言</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>术语</translation>
    </message>
    <message>
        <source>Prohibition, to look at</source>
        <translation>禁止性表述，请核对</translation>
    </message>
    <message>
        <source>Duty, to look at</source>
        <translation>义务性表述，请核对</translation>
    </message>
    <message>
        <source>One says much more, to look at</source>
        <translation>详略悬殊，请核对</translation>
    </message>
    <message>
        <source>The language versions differ: {kind}</source>
        <translation>两种语言文本不一致：{kind}</translation>
    </message>
    <message>
        <source>This version: {here}
The other version ({clause}): {there}</source>
        <translation>本文本：{here}
另一文本（{clause}）：{there}</translation>
    </message>
</context>
<context>
    <name>BilingualWishes</name>
    <message>
        <source>No document of this matter is in another language. Add the translation first.</source>
        <translation>本项目中没有其他语言的文件，请先加入译本。</translation>
    </message>
    <message>
        <source>Is “{name}” this document in another language?</source>
        <translation>“{name}”是否为本文件的另一语言文本？</translation>
    </message>
    <message>
        <source>Yes, side by side</source>
        <translation>是，双语对照</translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message>
        <source>{count} notes</source>
        <translation>{count} 条批注</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>风险等级</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>给谁看</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复核</translation>
    </message>
    <message>
        <source>Back to one note</source>
        <translation>回到一条批注</translation>
    </message>
    <message>
        <source>Delete notes</source>
        <translation>删除这些批注</translation>
    </message>
    <message>
        <source>{field} of all of them, then Enter</source>
        <translation>填写这些批注的{field}，按回车</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>1 reply</source>
        <translation>1 条回复</translation>
    </message>
    <message>
        <source>{count} replies</source>
        <translation>{count} 条回复</translation>
    </message>
</context>
<context>
    <name>CardEditor</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>问题描述</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>法律依据</translation>
    </message>
    <message>
        <source>Recommendation</source>
        <translation>整改建议</translation>
    </message>
    <message>
        <source>Proposed wording</source>
        <translation>建议表述</translation>
    </message>
    <message>
        <source>Private remark</source>
        <translation>内部备注</translation>
    </message>
    <message>
        <source>Consequence</source>
        <translation>法律后果</translation>
    </message>
    <message>
        <source>Question to the client</source>
        <translation>待客户确认</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复核</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>保存中…</translation>
    </message>
</context>
<context>
    <name>CardFoot</name>
    <message>
        <source>For whom</source>
        <translation>给谁看</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Consequence, question, owner, due date, category, replies</source>
        <translation>法律后果、待客户确认、负责人、期限、类别、回复</translation>
    </message>
    <message>
        <source>Delete note (Del)</source>
        <translation>删除批注 (Del)</translation>
    </message>
    <message>
        <source>Delete note</source>
        <translation>删除批注</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>CarryOver</name>
    <message>
        <source>New version of {title}</source>
        <translation>“{title}”的新版本</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>政策文件</translation>
    </message>
    <message>
        <source>{file} looks like another version of “{title}”.</source>
        <translation>{file} 看起来是“{title}”的另一个版本。</translation>
    </message>
    <message>
        <source>New version, with its notes</source>
        <translation>作为新版本，沿用批注</translation>
    </message>
    <message>
        <source>Open as a new document</source>
        <translation>作为新文件打开</translation>
    </message>
    <message>
        <source>{file} is the version that is shown already.</source>
        <translation>{file} 就是当前显示的版本。</translation>
    </message>
    <message>
        <source>{count} of {total} places that were carried to this version wait to be looked at.</source>
        <translation>沿用到本版的 {total} 处中，还有 {count} 处待核对。</translation>
    </message>
    <message>
        <source>Go through them</source>
        <translation>逐条核对</translation>
    </message>
    <message>
        <source>version {number}</source>
        <translation>第 {number} 版</translation>
    </message>
    <message>
        <source>Select the words in the policy first</source>
        <translation>请先在文件中选中文字</translation>
    </message>
    <message>
        <source>Settled by the wording of version {number}.</source>
        <translation>第 {number} 版的表述已解决此问题。</translation>
    </message>
</context>
<context>
    <name>CarryPanel</name>
    <message>
        <source>{seen} of {total} seen</source>
        <translation>已核对 {seen} / {total}</translation>
    </message>
    <message>
        <source>All {total} seen</source>
        <translation>{total} 处均已核对</translation>
    </message>
    <message>
        <source>Carried over to version {number}</source>
        <translation>沿用到第 {number} 版</translation>
    </message>
    <message>
        <source>{count} unchanged</source>
        <translation>{count} 未变</translation>
    </message>
    <message>
        <source>{count} moved</source>
        <translation>{count} 移动</translation>
    </message>
    <message>
        <source>{count} edited</source>
        <translation>{count} 改动</translation>
    </message>
    <message>
        <source>{count} to be placed</source>
        <translation>{count} 待指定</translation>
    </message>
    <message>
        <source>{count} lost</source>
        <translation>{count} 已删</translation>
    </message>
    <message>
        <source>Every note stands where it stood, in the very same words.</source>
        <translation>所有批注的原文与位置均未变。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Place at selection</source>
        <translation>放到所选处</translation>
    </message>
    <message>
        <source>Settled by the change</source>
        <translation>改动已解决</translation>
    </message>
    <message>
        <source>Keep as lost</source>
        <translation>按已删保留</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>What became of the notes</source>
        <translation>批注的去向</translation>
    </message>
    <message>
        <source>How many were looked at</source>
        <translation>已核对多少</translation>
    </message>
    <message>
        <source>Why it is settled</source>
        <translation>为何已解决</translation>
    </message>
    <message>
        <source>Why is it settled? Enter keeps it; it goes into no export.</source>
        <translation>为何已解决？按回车保存；不会导出。</translation>
    </message>
    <message>
        <source>Close the review of what was carried over</source>
        <translation>关闭沿用核对</translation>
    </message>
</context>
<context>
    <name>CarryWords</name>
    <message>
        <source>Before</source>
        <translation>原版</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>新版</translation>
    </message>
    <message>
        <source>place {number}</source>
        <translation>位置 {number}</translation>
    </message>
    <message>
        <source>Place {number}: {place}</source>
        <translation>位置 {number}：{place}</translation>
    </message>
    <message>
        <source>Nothing of it stands here any more. Select words in the policy and press P to put the note there.</source>
        <translation>本版已无这些文字。在文件中选中文字后按 P，可将批注放到那里。</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>change of a note</source>
        <translation>修改批注</translation>
    </message>
    <message>
        <source>change of several notes</source>
        <translation>修改多条批注</translation>
    </message>
    <message>
        <source>new note</source>
        <translation>新建批注</translation>
    </message>
    <message>
        <source>deleting a note</source>
        <translation>删除批注</translation>
    </message>
    <message>
        <source>taking in notes</source>
        <translation>导入批注</translation>
    </message>
    <message>
        <source>merging</source>
        <translation>合并批注</translation>
    </message>
    <message>
        <source>joining two notes</source>
        <translation>合为一条批注</translation>
    </message>
    <message>
        <source>what was decided between reviewers</source>
        <translation>审阅人之间的决定</translation>
    </message>
    <message>
        <source>taking back comments</source>
        <translation>收回批注</translation>
    </message>
    <message>
        <source>a new version</source>
        <translation>新版本</translation>
    </message>
    <message>
        <source>reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>facts of the matter</source>
        <translation>项目信息</translation>
    </message>
    <message>
        <source>where a document came from</source>
        <translation>文件来源</translation>
    </message>
    <message>
        <source>who a file was sent to</source>
        <translation>发送对象</translation>
    </message>
    <message>
        <source>read mark</source>
        <translation>已读标记</translation>
    </message>
    <message>
        <source>adding a document</source>
        <translation>加入文件</translation>
    </message>
    <message>
        <source>removing a document</source>
        <translation>移除文件</translation>
    </message>
    <message>
        <source>change</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>which document is a translation</source>
        <translation>指定译本</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>From</source>
        <translation>旧</translation>
    </message>
    <message>
        <source>to</source>
        <translation>新</translation>
    </message>
    <message>
        <source>Old version</source>
        <translation>旧版本</translation>
    </message>
    <message>
        <source>New version</source>
        <translation>新版本</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>第 {number} 版</translation>
    </message>
</context>
<context>
    <name>CompareWindow</name>
    <message>
        <source>What changed between two versions</source>
        <translation>两个版本之间改了什么</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比对…</translation>
    </message>
    <message>
        <source>Comparing… {percent}%</source>
        <translation>正在比对… {percent}%</translation>
    </message>
    <message>
        <source>The two say the same.</source>
        <translation>两个版本内容相同。</translation>
    </message>
    <message>
        <source>F7 goes to the next change, Shift+F7 back.</source>
        <translation>按 F7 到下一处变更，Shift+F7 到上一处。</translation>
    </message>
    <message>
        <source>moved to {place}</source>
        <translation>移至 {place}</translation>
    </message>
    <message>
        <source>moved from {place}</source>
        <translation>移自 {place}</translation>
    </message>
    <message>
        <source>Copy the old words</source>
        <translation>复制旧文字</translation>
    </message>
    <message>
        <source>Copy the new words</source>
        <translation>复制新文字</translation>
    </message>
    <message>
        <source>When did these words appear?</source>
        <translation>这些文字何时出现？</translation>
    </message>
    <message>
        <source>Struck in version {number}: “{words}”</source>
        <translation>第 {number} 版删去：“{words}”</translation>
    </message>
    <message>
        <source>Note #{number} is on the words at {place}.</source>
        <translation>批注 #{number} 已加在 {place} 的文字上。</translation>
    </message>
    <message>
        <source>The matter is open to read only.</source>
        <translation>项目以只读方式打开。</translation>
    </message>
    <message>
        <source>Notes go on the latest version of a document: compare with that one.</source>
        <translation>批注只能加在文件的最新版本上：请与最新版本对照。</translation>
    </message>
    <message>
        <source>No change is chosen.</source>
        <translation>未选中变更。</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>before: {words}</source>
        <translation>原文：{words}</translation>
    </message>
    <message>
        <source>now: {words}</source>
        <translation>现为：{words}</translation>
    </message>
    <message>
        <source>note {number}</source>
        <translation>批注 {number}</translation>
    </message>
    <message>
        <source>Substance</source>
        <translation>实质</translation>
    </message>
    <message>
        <source>Numbers and dates</source>
        <translation>数字与日期</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>措辞</translation>
    </message>
    <message>
        <source>Moves</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Renumbering</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>renumbered {old} → {new}</source>
        <translation>编号 {old} → {new}</translation>
    </message>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>split</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>renumbered</source>
        <translation>编号变动</translation>
    </message>
    <message>
        <source>Both versions side by side</source>
        <translation>两个版本并排</translation>
    </message>
    <message>
        <source>Both as one text</source>
        <translation>两个版本合为一文</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>One text</source>
        <translation>合为一文</translation>
    </message>
    <message>
        <source>Export as Word…</source>
        <translation>导出 Word…</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变更</translation>
    </message>
</context>
<context>
    <name>ComparingWishes</name>
    <message>
        <source>Export the comparison</source>
        <translation>导出修订对照</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>Word 文件</translation>
    </message>
    <message>
        <source>Writing {name}…</source>
        <translation>正在写入 {name}…</translation>
    </message>
    <message>
        <source>Saved as {name}: all changes are tracked changes.</source>
        <translation>已保存为 {name}：所有变更均为修订标记。</translation>
    </message>
</context>
<context>
    <name>Copies</name>
    <message>
        <source>Beside this matter lies a copy with changes that are not in it: {name}.</source>
        <translation>本项目旁有一个副本，其中有本项目没有的改动：{name}。</translation>
    </message>
    <message>
        <source>a copy</source>
        <translation>一份副本</translation>
    </message>
    <message>
        <source>Merge it</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Everything of {name} is in this matter now. Move the copy aside, so that nobody works in it?</source>
        <translation>{name} 的内容已全部并入本项目。是否将该副本移到一旁，以免误用？</translation>
    </message>
    <message>
        <source>Move it aside</source>
        <translation>移到一旁</translation>
    </message>
    <message>
        <source>The copy lies in “{folder}” now.</source>
        <translation>副本已移至“{folder}”。</translation>
    </message>
    <message>
        <source>These copies beside the matter may still have it: {names}</source>
        <translation>项目旁的下列副本可能仍含有其内容：{names}</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Client</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Addressee</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>Matter number</source>
        <translation>案号</translation>
    </message>
    <message>
        <source>Firm</source>
        <translation>律所</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>审阅人</translation>
    </message>
    <message>
        <source>Initials</source>
        <translation>缩写</translation>
    </message>
    <message>
        <source>Licence number</source>
        <translation>执业证号</translation>
    </message>
    <message>
        <source>Responsible partner</source>
        <translation>负责合伙人</translation>
    </message>
    <message>
        <source>Law as of</source>
        <translation>法律截止日</translation>
    </message>
    <message>
        <source>Confidentiality line</source>
        <translation>保密提示</translation>
    </message>
    <message>
        <source>Language of what goes out</source>
        <translation>对外文件语言</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>审查范围</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Assumptions</source>
        <translation>前提假设</translation>
    </message>
    <message>
        <source>Open questions</source>
        <translation>待确认事项</translation>
    </message>
</context>
<context>
    <name>DetailsDialog</name>
    <message>
        <source>Details of this matter</source>
        <translation>项目信息</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Kept as it is typed. The memo takes it from here; Undo takes it back.</source>
        <translation>输入即保存，备忘录由此取用；可撤销。</translation>
    </message>
    <message>
        <source>As the policy</source>
        <translation>与政策文件一致</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>e.g. {day}</source>
        <translation>例如 {day}</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>DifferenceList</name>
    <message>
        <source>Write a note</source>
        <translation>新建批注</translation>
    </message>
    <message>
        <source>Write a note on the difference (N)</source>
        <translation>就此差异新建批注（N）</translation>
    </message>
    <message>
        <source>Not a translation</source>
        <translation>并非译本</translation>
    </message>
    <message>
        <source>Say that the two documents are not translations of each other</source>
        <translation>指明两份文件并非互为译本</translation>
    </message>
    <message>
        <source>Where and what</source>
        <translation>条款与差异</translation>
    </message>
    <message>
        <source>On the left</source>
        <translation>左侧</translation>
    </message>
    <message>
        <source>On the right</source>
        <translation>右侧</translation>
    </message>
    <message>
        <source>Differences between the language versions</source>
        <translation>两种语言文本的差异</translation>
    </message>
    <message>
        <source>Aligning the two texts…</source>
        <translation>正在对齐两种文本…</translation>
    </message>
    <message>
        <source>Nothing found that differs</source>
        <translation>未发现差异</translation>
    </message>
    <message>
        <source>One difference</source>
        <translation>1 处差异</translation>
    </message>
    <message>
        <source>{count} differences</source>
        <translation>{count} 处差异</translation>
    </message>
</context>
<context>
    <name>DocumentTabs</name>
    <message>
        <source>Documents</source>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>DocumentView</name>
    <message>
        <source>Policy text</source>
        <translation>文件正文</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy with citation</source>
        <translation>复制并附出处</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>写批注</translation>
    </message>
    <message>
        <source>Propose other wording</source>
        <translation>建议表述</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>Document</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>已读</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到</translation>
    </message>
</context>
<context>
    <name>DocumentsDialog</name>
    <message>
        <source>Documents of this matter</source>
        <translation>项目文件列表</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Show beside</source>
        <translation>并排显示</translation>
    </message>
    <message>
        <source>Take out…</source>
        <translation>移出…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>DueField</name>
    <message>
        <source>Choose a day (Alt+Down)</source>
        <translation>选择日期（Alt+↓）</translation>
    </message>
</context>
<context>
    <name>EncodingDialog</name>
    <message>
        <source>Choose encoding</source>
        <translation>选择编码</translation>
    </message>
    <message>
        <source>Encodings</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>The beginning of the text</source>
        <translation>正文开头</translation>
    </message>
    <message>
        <source>Read it so</source>
        <translation>按此读取</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Something went wrong here. Your notes are saved. If it happens again, close the window and reopen it.</source>
        <translation>这里出了点问题。您的批注已保存。若再次出现，请关闭窗口后重新打开。</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>{count} to look at before this goes out</source>
        <translation>发出前请查看 {count} 处</translation>
    </message>
    <message>
        <source>Found in the file: {what}</source>
        <translation>文件中发现：{what}</translation>
    </message>
    <message>
        <source>Checked: no private remarks, no internal notes, no paths of this computer</source>
        <translation>已检查：无内部备注、无内部批注、无本机路径</translation>
    </message>
    <message>
        <source>Checked: no private remarks, no paths of this computer</source>
        <translation>已检查：无内部备注、无本机路径</translation>
    </message>
    <message>
        <source>Called off. Nothing was written.</source>
        <translation>已取消，没有写出文件。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>正在导出…</translation>
    </message>
</context>
<context>
    <name>ExportFoot</name>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Sent to…</source>
        <translation>发给…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>{count} to know</source>
        <translation>另有 {count} 项说明</translation>
    </message>
    <message>
        <source>Saved and checked</source>
        <translation>已保存并检查</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Sent to {whom}</source>
        <translation>已发给{whom}</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Who was it sent to?</source>
        <translation>发给了谁？</translation>
    </message>
    <message>
        <source>{count} to look at</source>
        <translation>{count} 处请查看</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{count} to look at: nobody wrote it</source>
        <translation>{count} 处待过目（并非人写）</translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source>Choose the template first.</source>
        <translation>请先选择模板。</translation>
    </message>
    <message>
        <source>This document has only one version.</source>
        <translation>该文件只有一个版本。</translation>
    </message>
    <message>
        <source>{out} go out · {kept} stay in · private remarks never go out</source>
        <translation>{out} 条写入 · {kept} 条不写入 · 内部备注一律不写入</translation>
    </message>
    <message>
        <source>Only for the memo and the gap report.</source>
        <translation>仅适用于备忘录和评估报告。</translation>
    </message>
    <message>
        <source>Only for memo and report.</source>
        <translation>仅适用于备忘录和报告。</translation>
    </message>
    <message>
        <source>Within the firm, comments bear each person&apos;s name.</source>
        <translation>内部版批注署各人姓名。</translation>
    </message>
    <message>
        <source>Outsiders see the firm&apos;s name, never a person&apos;s.</source>
        <translation>对外版只署机构名称，不出现个人姓名。</translation>
    </message>
    <message>
        <source>Whose name the comments bear</source>
        <translation>批注署谁的名</translation>
    </message>
    <message>
        <source>This policy did not come as a PDF: there are no pages to put notes on.</source>
        <translation>本文件收到时不是 PDF，没有可加批注的页面。</translation>
    </message>
    <message>
        <source>Classic</source>
        <translation>经典</translation>
    </message>
    <message>
        <source>Modern</source>
        <translation>现代</translation>
    </message>
    <message>
        <source>Law firm</source>
        <translation>律所</translation>
    </message>
    <message>
        <source>Official document</source>
        <translation>公文</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>全部文件</translation>
    </message>
    <message>
        <source>Comments by name</source>
        <translation>批注署个人</translation>
    </message>
    <message>
        <source>Comments by the firm</source>
        <translation>批注署机构</translation>
    </message>
    <message>
        <source>No document here has two versions.</source>
        <translation>没有文件有两个版本。</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>给谁看</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>语言与版式</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>版式</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>Author of the comments</source>
        <translation>批注署名</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Name and place</source>
        <translation>名称与位置</translation>
    </message>
    <message>
        <source>What</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Signed by and date</source>
        <translation>署名与日期</translation>
    </message>
    <message>
        <source>The comments would be by “Reviewer”: write your name below “Signed by and date”.</source>
        <translation>批注将署名“审阅人”：请在“署名与日期”下填写您的姓名。</translation>
    </message>
    <message>
        <source>Nobody signs it: write your name below “Signed by and date”.</source>
        <translation>无人署名：请在“署名与日期”下填写您的姓名。</translation>
    </message>
</context>
<context>
    <name>ExportPreview</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Previous page (PageUp)</source>
        <translation>上一页（PageUp）</translation>
    </message>
    <message>
        <source>Next page (PageDown)</source>
        <translation>下一页（PageDown）</translation>
    </message>
    <message>
        <source>Preview of the words</source>
        <translation>文字预览</translation>
    </message>
    <message>
        <source>Real pages</source>
        <translation>实际页面</translation>
    </message>
    <message>
        <source>Laying out the pages…</source>
        <translation>正在排版…</translation>
    </message>
    <message>
        <source>Let LibreOffice lay out the pages as they will be. Takes some seconds.</source>
        <translation>由 LibreOffice 排出实际页面，需要几秒钟。</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Matter</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Document {number}</source>
        <translation>文件 {number}</translation>
    </message>
</context>
<context>
    <name>Filter</name>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>给谁看</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复核</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Proposed wording</source>
        <translation>建议表述</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>{facet}: none</source>
        <translation>{facet}：未填</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Due within a week</source>
        <translation>一周内到期</translation>
    </message>
    <message>
        <source>With a due date</source>
        <translation>有期限</translation>
    </message>
    <message>
        <source>Without a due date</source>
        <translation>无期限</translation>
    </message>
    <message>
        <source>With proposed wording</source>
        <translation>有建议表述</translation>
    </message>
    <message>
        <source>Without proposed wording</source>
        <translation>无建议表述</translation>
    </message>
    <message>
        <source>With replies</source>
        <translation>有回复</translation>
    </message>
    <message>
        <source>Without replies</source>
        <translation>无回复</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Only {severity}</source>
        <translation>只看{severity}</translation>
    </message>
    <message>
        <source>More ▾</source>
        <translation>更多 ▾</translation>
    </message>
    <message>
        <source>Filter by status, owner, due date and more</source>
        <translation>按状态、负责人、期限等筛选</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>已存的筛选</translation>
    </message>
    <message>
        <source>Filter notes</source>
        <translation>筛选批注</translation>
    </message>
    <message>
        <source>Filter notes by words</source>
        <translation>按文字筛选批注</translation>
    </message>
    <message>
        <source>Name of this filter, then Enter</source>
        <translation>筛选名称，按回车保存</translation>
    </message>
    <message>
        <source>Name of this filter</source>
        <translation>筛选名称</translation>
    </message>
    <message>
        <source>Save this filter…</source>
        <translation>保存此筛选…</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>{sort}: {count}</source>
        <translation>{sort}：{count}</translation>
    </message>
    <message>
        <source>{shown} of {total} changes</source>
        <translation>{total} 处变更，列出 {shown} 处</translation>
    </message>
    <message>
        <source>{total} changes</source>
        <translation>{total} 处变更</translation>
    </message>
</context>
<context>
    <name>FindField</name>
    <message>
        <source>Match case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Match full and half width</source>
        <translation>区分全角半角</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>全字匹配</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>How to look</source>
        <translation>查找方式</translation>
    </message>
    <message>
        <source>How to look: case, width, whole words, regular expression</source>
        <translation>查找方式：大小写、全角半角、全字、正则表达式</translation>
    </message>
    <message>
        <source>Find words or a clause</source>
        <translation>查找文字或条款号</translation>
    </message>
    <message>
        <source>Find in this document ({key}); Return for the next, Shift+Return for the previous</source>
        <translation>在本文件中查找 ({key})；回车下一处，Shift+回车上一处</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Would stand in the file and must not</source>
        <translation>会出现在文件中而不应出现</translation>
    </message>
    <message>
        <source>Stays in the file as it came</source>
        <translation>原件中将保留的内容</translation>
    </message>
    <message>
        <source>Not quite as asked</source>
        <translation>与所选有出入</translation>
    </message>
    <message>
        <source>Notes that stay in</source>
        <translation>不写入的批注</translation>
    </message>
    <message>
        <source>Came with the client&apos;s own file, and stays</source>
        <translation>客户自己的文件中原有，保留</translation>
    </message>
    <message>
        <source>Never goes out</source>
        <translation>一律不发出</translation>
    </message>
    <message>
        <source>Taken out of the file</source>
        <translation>将从文件中清除</translation>
    </message>
    <message>
        <source>private remarks</source>
        <translation>内部备注</translation>
    </message>
    <message>
        <source>notes that should stay in</source>
        <translation>不应写入的批注</translation>
    </message>
    <message>
        <source>internal replies</source>
        <translation>内部回复</translation>
    </message>
    <message>
        <source>parts of notes that should stay in</source>
        <translation>批注中不应写入的内容</translation>
    </message>
    <message>
        <source>names of your people</source>
        <translation>我方人员姓名</translation>
    </message>
    <message>
        <source>facts of the matter</source>
        <translation>项目信息</translation>
    </message>
    <message>
        <source>ids of the matter</source>
        <translation>项目内部编号</translation>
    </message>
    <message>
        <source>a path of this computer</source>
        <translation>本机路径</translation>
    </message>
    <message>
        <source>Every part of the file was searched, its names and properties too.</source>
        <translation>已检查文件的每个部件，包括名称和属性。</translation>
    </message>
    <message>
        <source>No private remark stands in it, nothing being typed, no path or user name of this computer.</source>
        <translation>文件中没有内部备注、尚在输入的内容、本机路径或用户名。</translation>
    </message>
    <message>
        <source>No note stands in it that these readers may not see, and no id of the matter.</source>
        <translation>文件中没有该对象不应看到的批注，也没有项目内部编号。</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>检查结果</translation>
    </message>
</context>
<context>
    <name>FindingsSheet</name>
    <message>
        <source>What was checked and found</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Write it</source>
        <translation>去填写</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
</context>
<context>
    <name>Going</name>
    <message>
        <source>Every clause is read.</source>
        <translation>所有条款都已读完。</translation>
    </message>
    <message>
        <source>Note without a title</source>
        <translation>无标题批注</translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>User guide</source>
        <translation>使用手册</translation>
    </message>
    <message>
        <source>Not in the guide.</source>
        <translation>手册中没有。</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Find in the guide</source>
        <translation>在手册中查找</translation>
    </message>
</context>
<context>
    <name>Habits</name>
    <message>
        <source>The guide was not installed with the program.</source>
        <translation>本程序未附带使用手册。</translation>
    </message>
    <message>
        <source>Copied with citation</source>
        <translation>已连同出处复制</translation>
    </message>
</context>
<context>
    <name>HistoryWindow</name>
    <message>
        <source>History of a sentence</source>
        <translation>一句话的沿革</translation>
    </message>
    <message>
        <source>The words in each version</source>
        <translation>各版本中的文字</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Looking through all versions…</source>
        <translation>正在查看所有版本…</translation>
    </message>
    <message>
        <source>There since the first version that is here, of {date}.</source>
        <translation>自现有的第一版（{date}）起即有。</translation>
    </message>
    <message>
        <source>First in version {number}, of {date}.</source>
        <translation>首见于第 {number} 版（{date}）。</translation>
    </message>
    <message>
        <source>Changed in version {numbers}.</source>
        <translation>第 {numbers} 版有修改。</translation>
    </message>
    <message>
        <source>Gone since version {number}.</source>
        <translation>自第 {number} 版起删去。</translation>
    </message>
    <message>
        <source>Not changed since.</source>
        <translation>此后未改。</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>第 {number} 版</translation>
    </message>
    <message>
        <source>not there yet</source>
        <translation>尚未出现</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>已删去</translation>
    </message>
    <message>
        <source>appears</source>
        <translation>出现</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>未变</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>修改</translation>
    </message>
</context>
<context>
    <name>Joined</name>
    <message>
        <source>“{file}” was added to the matter “{matter}”.</source>
        <translation>“{file}”已加入项目“{matter}”。</translation>
    </message>
    <message>
        <source>A matter of its own instead</source>
        <translation>改为单独立项</translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>New keys</source>
        <translation>新的按键</translation>
    </message>
    <message>
        <source>Press the new keys</source>
        <translation>请按新的快捷键</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>A key like Shift or Ctrl alone is no shortcut.</source>
        <translation>单独的 Shift、Ctrl 之类不能作快捷键。</translation>
    </message>
    <message>
        <source>Input methods need these keys.</source>
        <translation>这组按键要留给输入法。</translation>
    </message>
    <message>
        <source>These keys are fixed: {what}</source>
        <translation>这组按键是固定的：{what}</translation>
    </message>
    <message>
        <source>“{command}” has these keys. It would lose them.</source>
        <translation>“{command}”正在用这组按键，改用后它将不再有。</translation>
    </message>
    <message>
        <source>Go on to the next part</source>
        <translation>移到下一部分</translation>
    </message>
    <message>
        <source>Reading and marking</source>
        <translation>阅读与标注</translation>
    </message>
    <message>
        <source>Risk of the selected words, or of the current note</source>
        <translation>选中文字或当前批注的风险等级</translation>
    </message>
    <message>
        <source>On through the text, line by line or page by page</source>
        <translation>逐行或逐页往下读</translation>
    </message>
    <message>
        <source>Select letter by letter, line by line</source>
        <translation>逐字、逐行选择</translation>
    </message>
    <message>
        <source>Select word by word</source>
        <translation>逐词选择</translation>
    </message>
    <message>
        <source>Copy, select all</source>
        <translation>复制、全选</translation>
    </message>
    <message>
        <source>Back to the text</source>
        <translation>回到正文</translation>
    </message>
    <message>
        <source>In the list of notes</source>
        <translation>批注列表中</translation>
    </message>
    <message>
        <source>Next, previous note</source>
        <translation>下一条、上一条批注</translation>
    </message>
    <message>
        <source>Approve, while reviewing</source>
        <translation>复核时通过</translation>
    </message>
    <message>
        <source>In the review of what was carried over</source>
        <translation>核对沿用的批注时</translation>
    </message>
    <message>
        <source>Accept, settled by the change, keep as lost</source>
        <translation>接受、改动已解决、按已删保留</translation>
    </message>
    <message>
        <source>Comparing two versions</source>
        <translation>对照两个版本</translation>
    </message>
    <message>
        <source>Next, previous change</source>
        <translation>下一处、上一处变更</translation>
    </message>
    <message>
        <source>A note of that risk on the change</source>
        <translation>为变更加该等级的批注</translation>
    </message>
    <message>
        <source>Side by side, or one text</source>
        <translation>并排，或合为一文</translation>
    </message>
    <message>
        <source>In a card</source>
        <translation>批注卡片中</translation>
    </message>
    <message>
        <source>Cut, paste</source>
        <translation>剪切、粘贴</translation>
    </message>
    <message>
        <source>Send a reply</source>
        <translation>发出回复</translation>
    </message>
    <message>
        <source>Deciding between reviewers</source>
        <translation>审阅人之间作决定</translation>
    </message>
    <message>
        <source>Let a side stand, or join into its note</source>
        <translation>以一方为准，或并入该方的批注</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>两者都保留</translation>
    </message>
    <message>
        <source>Show the words in the policy</source>
        <translation>在文件中查看原文</translation>
    </message>
    <message>
        <source>In the find field</source>
        <translation>查找框中</translation>
    </message>
    <message>
        <source>Next, previous place</source>
        <translation>下一处、上一处</translation>
    </message>
    <message>
        <source>Case, width, whole words, regular expression</source>
        <translation>大小写、全角半角、整词、正则表达式</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>What can I press?</source>
        <translation>有哪些快捷键？</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>更改快捷键…</translation>
    </message>
    <message>
        <source>Use these keys</source>
        <translation>使用这组按键</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>不设快捷键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>These keys cannot be changed.</source>
        <translation>这组按键不能更改。</translation>
    </message>
    <message>
        <source>A command, or keys</source>
        <translation>命令或按键</translation>
    </message>
    <message>
        <source>Find a command or keys</source>
        <translation>查找命令或按键</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>命令及其快捷键</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部恢复默认</translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message>
        <source>Web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>压缩包</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>Critical</source>
        <translation>严重风险</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高风险</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中风险</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低风险</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Critical</source>
        <comment>short</comment>
        <translation>严重</translation>
    </message>
    <message>
        <source>High</source>
        <comment>short</comment>
        <translation>高</translation>
    </message>
    <message>
        <source>Medium</source>
        <comment>short</comment>
        <translation>中</translation>
    </message>
    <message>
        <source>Low</source>
        <comment>short</comment>
        <translation>低</translation>
    </message>
    <message>
        <source>Info</source>
        <comment>short</comment>
        <translation>提示</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>处理中</translation>
    </message>
    <message>
        <source>Accepted risk</source>
        <translation>客户接受风险</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>已整改</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>不采纳</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>内部</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>对外</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>For review</source>
        <translation>待复核</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已通过</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>风险</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>To confirm</source>
        <translation>待核实</translation>
    </message>
    <message>
        <source>No objection</source>
        <translation>无异议</translation>
    </message>
</context>
<context>
    <name>LanguageCode</name>
    <message>
        <source>en</source>
        <translation>zh</translation>
    </message>
</context>
<context>
    <name>LastTime</name>
    <message>
        <source>a matter</source>
        <translation>一个项目</translation>
    </message>
    <message>
        <source>Last time “{name}” was open until {when}, and the program ended without being closed.</source>
        <translation>上次“{name}”一直打开到 {when}，程序未正常关闭。</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>重新打开</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>read only</source>
        <translation>只读</translation>
    </message>
</context>
<context>
    <name>MatterPlace</name>
    <message>
        <source>{matter} (copy)</source>
        <translation>{matter}（副本）</translation>
    </message>
    <message>
        <source>Matters</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>另存副本</translation>
    </message>
    <message>
        <source>A copy needs another name than the matter</source>
        <translation>副本须与项目不同名</translation>
    </message>
    <message>
        <source>Copy saved: {name}</source>
        <translation>已保存副本：{name}</translation>
    </message>
</context>
<context>
    <name>MatterWishes</name>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Close into which folder?</source>
        <translation>归档到哪个文件夹？</translation>
    </message>
    <message>
        <source>{matter} (closed)</source>
        <translation>{matter}（归档）</translation>
    </message>
    <message>
        <source>Closing the matter into a folder…</source>
        <translation>正在归档…</translation>
    </message>
    <message>
        <source>All of it is in “{folder}”: {count} files, with their fingerprints.</source>
        <translation>已归档到“{folder}”：共 {count} 个文件，附校验值。</translation>
    </message>
    <message>
        <source>Sent, but not found any more: {files}</source>
        <translation>已发出但未找到：{files}</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>“{name}” was taken out.</source>
        <translation>“{name}”已移出。</translation>
    </message>
    <message>
        <source>It was removed for good.</source>
        <translation>已彻底删除。</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>查看(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>批注(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Document</source>
        <translation>文档(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>风险等级</translation>
    </message>
    <message>
        <source>Matter {number}</source>
        <translation>项目 {number}</translation>
    </message>
</context>
<context>
    <name>MergingDialog</name>
    <message>
        <source>Merge other copies</source>
        <translation>合并其他副本</translation>
    </message>
    <message>
        <source>Looking what would come in…</source>
        <translation>正在查看将并入的内容…</translation>
    </message>
    <message>
        <source>One undo takes all of it back. Nothing that anybody wrote is lost.</source>
        <translation>撤销一次即可全部收回。任何人写的内容都不会丢失。</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Nothing that is not here already.</source>
        <translation>没有本项目尚无的内容。</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>找回</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>未署名</translation>
    </message>
    <message>
        <source>{count} new notes</source>
        <translation>新批注 {count} 条</translation>
    </message>
    <message>
        <source>{count} notes that were changed</source>
        <translation>有改动的批注 {count} 条</translation>
    </message>
    <message>
        <source>{count} notes that others deleted</source>
        <translation>他人删除的批注 {count} 条</translation>
    </message>
    <message>
        <source>{count} replies</source>
        <translation>回复 {count} 条</translation>
    </message>
    <message>
        <source>{count} documents</source>
        <translation>文件 {count} 份</translation>
    </message>
    <message>
        <source>{count} new versions of documents</source>
        <translation>文件新版本 {count} 个</translation>
    </message>
    <message>
        <source>{count} documents that others took out</source>
        <translation>他人移出的文件 {count} 份</translation>
    </message>
    <message>
        <source>{count} documents that were removed for good, and go here too</source>
        <translation>已彻底删除、此处也将删除的文件 {count} 份</translation>
    </message>
    <message>
        <source>{count} places that both sides changed, for you to decide</source>
        <translation>双方都改过、待您决定的地方 {count} 处</translation>
    </message>
    <message>
        <source>It was merged before, and that was undone.</source>
        <translation>此前已合并，后被撤销。</translation>
    </message>
    <message>
        <source>{count} other changes</source>
        <translation>其他改动 {count} 项</translation>
    </message>
    <message>
        <source>a copy</source>
        <translation>一份副本</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>进度</translation>
    </message>
</context>
<context>
    <name>MergingWishes</name>
    <message>
        <source>Matters</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Merge other copies</source>
        <translation>合并其他副本</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>去决定…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>{count} copies</source>
        <translation>{count} 份副本</translation>
    </message>
    <message>
        <source>{name} brought nothing that is not here already.</source>
        <translation>{name} 没有带来新内容。</translation>
    </message>
    <message>
        <source>{name} was merged: {notes} new notes, {changes} changes.</source>
        <translation>已并入 {name}：新批注 {notes} 条，改动 {changes} 项。</translation>
    </message>
    <message>
        <source>{count} things are left to decide between reviewers.</source>
        <translation>审阅人之间还有 {count} 项待定。</translation>
    </message>
    <message>
        <source>{count} notes were carried to a version that only one copy had.</source>
        <translation>{count} 条批注已沿用到仅一方有的版本。</translation>
    </message>
    <message>
        <source>Removed for good there, and here too now: {count}.</source>
        <translation>对方已彻底删除、此处随之删除：{count} 份。</translation>
    </message>
    <message>
        <source>In {count} places, reviewers say different things, and nobody has decided yet.</source>
        <translation>有 {count} 处审阅人说法不一，尚未决定。</translation>
    </message>
</context>
<context>
    <name>NoteButtons</name>
    <message>
        <source>Note on this change</source>
        <translation>为此变更加批注</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>写批注</translation>
    </message>
</context>
<context>
    <name>NoteForm</name>
    <message>
        <source>add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>never exported</source>
        <translation>不会导出</translation>
    </message>
</context>
<context>
    <name>NoteWishes</name>
    <message>
        <source>No note is a draft: there is nothing to send for review.</source>
        <translation>没有草稿，无需送交复核。</translation>
    </message>
    <message>
        <source>1 note waits for review.</source>
        <translation>1 条批注待复核。</translation>
    </message>
    <message>
        <source>{count} notes wait for review.</source>
        <translation>{count} 条批注待复核。</translation>
    </message>
</context>
<context>
    <name>NotesColumn</name>
    <message>
        <source>Notes, folded</source>
        <translation>批注（已折叠）</translation>
    </message>
</context>
<context>
    <name>NotesList</name>
    <message>
        <source>Notes</source>
        <translation>批注</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>Filter notes by severity, status, words</source>
        <translation>按风险等级、状态、文字筛选批注</translation>
    </message>
    <message>
        <source>Filter notes</source>
        <translation>筛选批注</translation>
    </message>
    <message>
        <source>Notes · {shown} of {total}</source>
        <translation>批注 {shown} / {total}</translation>
    </message>
    <message>
        <source>Notes {total}</source>
        <translation>批注 {total}</translation>
    </message>
    <message>
        <source>Filtered</source>
        <translation>已筛选</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>No note fits this filter.</source>
        <translation>没有符合条件的批注。</translation>
    </message>
    <message>
        <source>Select words, then press 1 to 5. Click a clause number to take the whole clause.</source>
        <translation>选中文字，按 1–5 标注风险；点条款号可选中整条。</translation>
    </message>
    <message>
        <source>Show all {total}</source>
        <translation>显示全部 {total} 条</translation>
    </message>
</context>
<context>
    <name>OpeningWishes</name>
    <message>
        <source>Policies and matters</source>
        <translation>政策文件与项目</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>This document has notes already, whose places count in its text as it was read. Open the file in a matter of its own to read it differently.</source>
        <translation>本文件已有批注，其位置以当前读取的文字为准。如需换一种编码，请在新项目中打开该文件。</translation>
    </message>
    <message>
        <source>This page has notes already, whose places count in its text as it was read. The whole page can stand beside it as a document of its own.</source>
        <translation>本网页已有批注，其位置以当前读取的文字为准。完整网页可以作为另一份文件与它并列。</translation>
    </message>
    <message>
        <source>Open it beside</source>
        <translation>并列打开</translation>
    </message>
    <message>
        <source>This document has notes already, whose places count in its text as it was read. With the text of its scanned pages it can stand beside this one, as a document of its own.</source>
        <translation>本文件已有批注，批注的位置以当时读取的文字为准。识别扫描页后的全文可以作为另一份文件并列打开。</translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>notes: {count}, worst {worst}</source>
        <translation>{count} 条批注，最高 {worst}</translation>
    </message>
    <message>
        <source>read</source>
        <translation>已读</translation>
    </message>
</context>
<context>
    <name>OutlinePanel</name>
    <message>
        <source>Clauses</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>This text has no numbering. Paragraphs are listed instead.</source>
        <translation>未识别到条款编号，按段落列出。</translation>
    </message>
    <message>
        <source>{read} of {total} read</source>
        <translation>已读 {read} / {total}</translation>
    </message>
</context>
<context>
    <name>Package</name>
    <message>
        <source>None of these notes may go to such readers.</source>
        <translation>所选批注均不得发给此类读者。</translation>
    </message>
    <message>
        <source>In the file: “{name}” as it is now, and notes: {count}.</source>
        <translation>写入：“{name}”的当前版本，批注 {count} 条。</translation>
    </message>
    <message>
        <source>Every field but the private remark, and the replies.</source>
        <translation>含全部栏目（内部备注除外）及回复。</translation>
    </message>
    <message>
        <source>The fields a client may see, and the replies written for them.</source>
        <translation>仅含客户可见的栏目和写给客户的回复。</translation>
    </message>
    <message>
        <source>Title, legal basis, proposed wording and question alone, and no names.</source>
        <translation>仅含标题、法律依据、建议表述和待确认事项，不含姓名。</translation>
    </message>
    <message>
        <source>chosen notes that may not go to such readers: {count}</source>
        <translation>已选但不得发给此类读者的批注 {count} 条</translation>
    </message>
    <message>
        <source>other notes on this document: {count}</source>
        <translation>本文件的其他批注 {count} 条</translation>
    </message>
    <message>
        <source>other documents: {count}</source>
        <translation>其他文件 {count} 份</translation>
    </message>
    <message>
        <source>notes on them: {count}</source>
        <translation>其他文件的批注 {count} 条</translation>
    </message>
    <message>
        <source>older versions: {count}</source>
        <translation>旧版本 {count} 个</translation>
    </message>
    <message>
        <source>notes with replies for others alone: {count}</source>
        <translation>含不得发给此类读者的回复的批注 {count} 条</translation>
    </message>
    <message>
        <source>private remarks: {count}</source>
        <translation>内部备注 {count} 条</translation>
    </message>
    <message>
        <source>what fields said before, drafts, and the details of the matter</source>
        <translation>各栏目的历史内容、草稿和项目信息</translation>
    </message>
    <message>
        <source>Left out: {what}.</source>
        <translation>不写入：{what}。</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>PackageDialog</name>
    <message>
        <source>Send for review</source>
        <translation>送交他人审阅</translation>
    </message>
    <message>
        <source>Write the file</source>
        <translation>写入文件</translation>
    </message>
    <message>
        <source>All notes on it: {count}</source>
        <translation>全部批注：{count} 条</translation>
    </message>
    <message>
        <source>Those the list shows, filtered: {count}</source>
        <translation>列表筛选显示的批注：{count} 条</translation>
    </message>
    <message>
        <source>Those selected in the list: {count}</source>
        <translation>列表中选中的批注：{count} 条</translation>
    </message>
    <message>
        <source>None: the document alone</source>
        <translation>不含批注，仅文件</translation>
    </message>
    <message>
        <source>e.g. 2026-11-30</source>
        <translation>如 2026-11-30</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Who reads it</source>
        <translation>给谁看</translation>
    </message>
    <message>
        <source>To</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>附言</translation>
    </message>
    <message>
        <source>File</source>
        <translation>保存为</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Packages</name>
    <message>
        <source>Writing {name}…</source>
        <translation>正在写入 {name}…</translation>
    </message>
    <message>
        <source>“{name}” is written. It opens as any matter; when it comes back: File › Take back an answer.</source>
        <translation>“{name}”已写入。对方可像普通项目一样打开；收到答复后：文件 › 收回答复。</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>A part of a matter, sent for review by {who}.</source>
        <translation>这是 {who} 送审的项目片段。</translation>
    </message>
    <message>
        <source>A part of a matter, sent for review.</source>
        <translation>这是送审的项目片段。</translation>
    </message>
    <message>
        <source>Until: {due}.</source>
        <translation>期限：{due}。</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>“{words}”</translation>
    </message>
    <message>
        <source>Write what you think and send this file back.</source>
        <translation>请直接批注，并将本文件发回。</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>No text on this page</source>
        <translation>本页没有文字</translation>
    </message>
    <message>
        <source>Pages of the policy</source>
        <translation>政策原版页面</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>第 {page} 页，共 {pages} 页</translation>
    </message>
</context>
<context>
    <name>PairMargin</name>
    <message>
        <source>Note {number} on the other language version: {title}</source>
        <translation>另一语言文本上的批注 {number}：{title}</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Go to or do anything</source>
        <translation>命令与跳转</translation>
    </message>
    <message>
        <source>A command, § a clause, # a note, / a document</source>
        <translation>输入命令；§ 条款，# 批注，/ 文件</translation>
    </message>
    <message>
        <source>Nothing is called that.</source>
        <translation>没有这个名称。</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>符合的项</translation>
    </message>
</context>
<context>
    <name>PartsDialog</name>
    <message>
        <source>Choose documents</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>An archive with documents in it. Which ones are to be reviewed?</source>
        <translation>压缩包内有多份文件，请选择要审阅的文件。</translation>
    </message>
    <message>
        <source>Mail from {sender}</source>
        <translation>来自 {sender} 的邮件</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Documents in this file</source>
        <translation>此文件中的文件</translation>
    </message>
    <message>
        <source>The mail&apos;s own text</source>
        <translation>邮件正文</translation>
    </message>
    <message>
        <source>Text of the mail</source>
        <translation>邮件正文</translation>
    </message>
    <message>
        <source>Open one</source>
        <translation>打开 1 份</translation>
    </message>
    <message>
        <source>Open {count}</source>
        <translation>打开 {count} 份</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>{name} is protected with a password.</source>
        <translation>{name} 设有打开密码。</translation>
    </message>
    <message>
        <source>That is not its password. Try again, or ask whoever sent the file.</source>
        <translation>密码不正确。请重试，或向发送者索取。</translation>
    </message>
    <message>
        <source>Password of the file</source>
        <translation>文件密码</translation>
    </message>
    <message>
        <source>The password is not kept. The matter keeps the file without it, so that Word can be written back.</source>
        <translation>密码不会保存。项目中保存的是解密后的文件，以便写回 Word。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>显示密码</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>PasteDialog</name>
    <message>
        <source>Paste as new document</source>
        <translation>粘贴为新文件</translation>
    </message>
    <message>
        <source>Pasted policy</source>
        <translation>粘贴的文本</translation>
    </message>
    <message>
        <source>pasted as a web page</source>
        <translation>以网页格式粘贴</translation>
    </message>
    <message>
        <source>pasted as text</source>
        <translation>以文本粘贴</translation>
    </message>
    <message>
        <source>lines struck out before it was kept: {count}</source>
        <translation>保存前划去 {count} 行</translation>
    </message>
    <message>
        <source>stray spaces taken out</source>
        <translation>已去除多余空格</translation>
    </message>
    <message>
        <source>SHA-256 of what was pasted: {sha256}</source>
        <translation>粘贴内容的 SHA-256：{sha256}</translation>
    </message>
    <message>
        <source>There is nothing to paste. Copy the policy, then press Ctrl+V here.</source>
        <translation>剪贴板里没有可粘贴的内容。请先复制政策全文，再在此按 Ctrl+V。</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>These lines cannot be taken out of the web page. Keep them, or read it as plain text.</source>
        <translation>无法从网页中去除这些行。请保留它们，或改为按纯文本读取。</translation>
    </message>
    <message>
        <source>Untick a line to leave it out.</source>
        <translation>取消勾选即可划去该行。</translation>
    </message>
    <message>
        <source>Struck out: {count}. Tick a line to keep it.</source>
        <translation>已划去 {count} 行，勾选即可保留。</translation>
    </message>
    <message>
        <source>Name of the policy</source>
        <translation>文件名称</translation>
    </message>
    <message>
        <source>With headings, lists and tables</source>
        <translation>保留标题、列表和表格</translation>
    </message>
    <message>
        <source>As plain text</source>
        <translation>按纯文本</translation>
    </message>
    <message>
        <source>Take out stray spaces within Chinese sentences</source>
        <translation>去除中文句子中的多余空格</translation>
    </message>
    <message>
        <source>Lines of the policy</source>
        <translation>政策各行</translation>
    </message>
    <message>
        <source>Review this text</source>
        <translation>审阅这份文本</translation>
    </message>
    <message>
        <source>How it will be read</source>
        <translation>读取结果</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>PastedLines</name>
    <message>
        <source>struck out: {words}</source>
        <translation>已划去：{words}</translation>
    </message>
</context>
<context>
    <name>PlaceLine</name>
    <message>
        <source>Where this matter lies</source>
        <translation>项目所在位置</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
</context>
<context>
    <name>PlaceRow</name>
    <message>
        <source>Name and place</source>
        <translation>文件名与位置</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>文件格式</translation>
    </message>
    <message>
        <source>Choose a place</source>
        <translation>选择位置</translation>
    </message>
    <message>
        <source>{name} is there already: this one will be {free}.</source>
        <translation>已有 {name}，本次保存为 {free}。</translation>
    </message>
    <message>
        <source>Save to</source>
        <translation>保存到</translation>
    </message>
</context>
<context>
    <name>PolicyPanel</name>
    <message>
        <source>Policy</source>
        <translation>文件正文</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>Initials</source>
        <translation>缩写</translation>
    </message>
    <message>
        <source>They stand on your notes and on the comments in Word.</source>
        <translation>用于您的批注和 Word 批注。</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Size of the window&apos;s words</source>
        <translation>界面文字大小</translation>
    </message>
    <message>
        <source>Show jumps as a movement</source>
        <translation>跳转时显示滚动过程</translation>
    </message>
    <message>
        <source>Remember recent matters</source>
        <translation>记住最近的项目</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>{size} pixels</source>
        <translation>{size} 像素</translation>
    </message>
    <message>
        <source>Size of the policy&apos;s words</source>
        <translation>正文文字大小</translation>
    </message>
    <message>
        <source>Narrow column</source>
        <translation>窄栏</translation>
    </message>
    <message>
        <source>Show tracked changes</source>
        <translation>显示修订</translation>
    </message>
    <message>
        <source>What an export begins with</source>
        <translation>导出的默认选项</translation>
    </message>
    <message>
        <source>The firm&apos;s name</source>
        <translation>律所名称</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>给谁看</translation>
    </message>
    <message>
        <source>Author of the comments</source>
        <translation>批注作者</translation>
    </message>
    <message>
        <source>Ask before unapproved notes leave the firm</source>
        <translation>未经复核的批注发出之前先询问</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>存为 PDF…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Setting the sheets…</source>
        <translation>正在排版…</translation>
    </message>
    <message>
        <source>Sheets: {sheets} · notes: {notes} · private remarks are never printed</source>
        <translation>共 {sheets} 页 · {notes} 条批注 · 内部备注一律不打印</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>已存为 {name}</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>Beside the text, in full at the end</source>
        <translation>页边编号，文末全文</translation>
    </message>
    <message>
        <source>Only beside the text</source>
        <translation>只在页边</translation>
    </message>
    <message>
        <source>No notes</source>
        <translation>不印批注</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>给谁看</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Notes</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>第 {page} 页，共 {pages} 页</translation>
    </message>
</context>
<context>
    <name>ProductRows</name>
    <message>
        <source>More formats</source>
        <translation>更多格式</translation>
    </message>
</context>
<context>
    <name>Products</name>
    <message>
        <source>Annotated policy</source>
        <translation>批注稿</translation>
    </message>
    <message>
        <source>With comments</source>
        <translation>附批注</translation>
    </message>
    <message>
        <source>Review memo</source>
        <translation>合规审查备忘录</translation>
    </message>
    <message>
        <source>Conclusion, findings</source>
        <translation>结论与问题</translation>
    </message>
    <message>
        <source>Gap report</source>
        <translation>合规评估报告</translation>
    </message>
    <message>
        <source>Scale, checklist, plan</source>
        <translation>准则、清单、计划</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变更说明</translation>
    </message>
    <message>
        <source>Since the last version</source>
        <translation>与前一版本相比</translation>
    </message>
    <message>
        <source>Issue list</source>
        <translation>问题清单</translation>
    </message>
    <message>
        <source>Excel, to fill in</source>
        <translation>Excel，可填写</translation>
    </message>
    <message>
        <source>Firm&apos;s template</source>
        <translation>本所模板</translation>
    </message>
    <message>
        <source>Your own Word file</source>
        <translation>自备的 Word 文件</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>The memo (.html)</source>
        <translation>备忘录（.html）</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>The memo (.md)</source>
        <translation>备忘录（.md）</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Findings (.csv)</source>
        <translation>问题（.csv）</translation>
    </message>
    <message>
        <source>Notes as data</source>
        <translation>批注数据</translation>
    </message>
    <message>
        <source>Annotations (.jsonld)</source>
        <translation>批注（.jsonld）</translation>
    </message>
</context>
<context>
    <name>Recent</name>
    <message>
        <source>d MMM</source>
        <comment>a day without its year, as QLocale writes it</comment>
        <translation>M月d日</translation>
    </message>
</context>
<context>
    <name>RecentList</name>
    <message>
        <source>Recent</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Empty the list</source>
        <translation>清空列表</translation>
    </message>
</context>
<context>
    <name>RecentRow</name>
    <message>
        <source>{percent}% read</source>
        <translation>已读 {percent}%</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>找不到文件</translation>
    </message>
</context>
<context>
    <name>Register</name>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>文件种类</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>给谁看</translation>
    </message>
    <message>
        <source>Sent to</source>
        <translation>发送对象</translation>
    </message>
    <message>
        <source>By</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
</context>
<context>
    <name>RegisterDialog</name>
    <message>
        <source>Register of what was sent</source>
        <translation>发出记录</translation>
    </message>
    <message>
        <source>Nothing was sent yet. Every export is written down here by itself.</source>
        <translation>尚无发出记录。每次导出都会自动记入。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Save as table…</source>
        <translation>另存为表格…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Save as table</source>
        <translation>另存为表格</translation>
    </message>
    <message>
        <source>“Sent to” can be written in the table. Undo takes back what you wrote, never a line.</source>
        <translation>可在表格中填写“发送对象”。撤销只撤回所填内容，不会删除记录。</translation>
    </message>
</context>
<context>
    <name>RemoveDialog</name>
    <message>
        <source>Take a document out of the matter</source>
        <translation>将文件移出项目</translation>
    </message>
    <message>
        <source>“{name}” · notes: {count}</source>
        <translation>“{name}” · 批注 {count} 条</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>Remove it for good: it never should have been here</source>
        <translation>彻底删除：它本不应出现在这里</translation>
    </message>
    <message>
        <source>It is no longer shown or sent. Undo brings it back with its notes.</source>
        <translation>不再显示，也不再导出；撤销即可连同批注一并恢复。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Its file, its text, its notes and every word of them in the list of changes leave the matter now. Nothing brings them back. That it was removed, when and by whom stays in the audit trail.</source>
        <translation>其原件、文本、批注以及改动记录中的全部相关内容将立即从项目中清除，无法恢复。何人于何时删除仍保留在改动记录中。</translation>
    </message>
    <message>
        <source>Copies are not touched: backups, mails, other versions that a synchronising folder keeps. A copy that is merged later does not bring it back.</source>
        <translation>备份、邮件以及同步盘保留的其他版本等副本不受影响；日后合并副本也不会使其恢复。</translation>
    </message>
    <message>
        <source>It was sent to someone before: the register keeps that, without its name.</source>
        <translation>它曾被发出：发出记录会保留该事实，但不含其名称。</translation>
    </message>
    <message>
        <source>Remove for good</source>
        <translation>彻底删除</translation>
    </message>
</context>
<context>
    <name>Renamed</name>
    <message>
        <source>One note in this matter is by “{name}”, your name before.</source>
        <translation>本项目有一条批注署的是您先前的姓名“{name}”。</translation>
    </message>
    <message>
        <source>{count} notes in this matter are by “{name}”, your name before.</source>
        <translation>本项目有 {count} 条批注署的是您先前的姓名“{name}”。</translation>
    </message>
    <message>
        <source>Change to “{name}”</source>
        <translation>改为“{name}”</translation>
    </message>
</context>
<context>
    <name>Replies</name>
    <message>
        <source>Replies</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Reply; Ctrl+Enter sends it</source>
        <translation>回复，Ctrl+Enter 发送</translation>
    </message>
    <message>
        <source>Send reply</source>
        <translation>发送回复</translation>
    </message>
    <message>
        <source>Who may read this answer? Choose, then send it.</source>
        <translation>谁可以看到这条回复？请先选择再发送。</translation>
    </message>
    <message>
        <source>The note itself is internal: no answer to it goes out until it is for the client.</source>
        <translation>该批注本身为“内部”：改为“客户”之前，其回复不会发出。</translation>
    </message>
</context>
<context>
    <name>ReportLooks</name>
    <message>
        <source>Proposed wording</source>
        <translation>建议表述</translation>
    </message>
    <message>
        <source>Sections: as usual</source>
        <translation>章节：默认</translation>
    </message>
    <message>
        <source>Sections: {chosen} of {count}</source>
        <translation>章节：{chosen}/{count}</translation>
    </message>
    <message>
        <source>Leave sections out, or put them in another order.</source>
        <translation>可省略章节或调整顺序。</translation>
    </message>
    <message>
        <source>The text as it stands, and beside it the proposal.</source>
        <translation>现行表述与建议表述并列。</translation>
    </message>
    <message>
        <source>Wording in columns</source>
        <translation>建议表述：两栏</translation>
    </message>
    <message>
        <source>Wording as redline</source>
        <translation>建议表述：修订标记</translation>
    </message>
    <message>
        <source>The proposal within the text: struck and put in.</source>
        <translation>在原文中标出删改。</translation>
    </message>
</context>
<context>
    <name>ReturnedDialog</name>
    <message>
        <source>What came back</source>
        <translation>收回的内容</translation>
    </message>
    <message>
        <source>Brought in</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>Undo all of it</source>
        <translation>全部撤销</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{file} brought nothing that is not here already.</source>
        <translation>{file} 中没有新内容，本项目均已收入。</translation>
    </message>
    <message>
        <source>The comments in {file} are notes now.</source>
        <translation>{file} 中的批注已转为本项目的批注。</translation>
    </message>
    <message>
        <source>{file} was taken back.</source>
        <translation>已收回 {file}。</translation>
    </message>
    <message>
        <source>new comments: {count}</source>
        <translation>新批注 {count} 条</translation>
    </message>
    <message>
        <source>replies: {count}</source>
        <translation>回复 {count} 条</translation>
    </message>
    <message>
        <source>resolved: {count}</source>
        <translation>标为已解决 {count} 条</translation>
    </message>
    <message>
        <source>reopened: {count}</source>
        <translation>重新打开 {count} 条</translation>
    </message>
    <message>
        <source>changed: {count}</source>
        <translation>改动 {count} 处</translation>
    </message>
    <message>
        <source>deleted there: {count}</source>
        <translation>对方删除 {count} 条</translation>
    </message>
    <message>
        <source>redrafts decided: {count}</source>
        <translation>建议表述已有结果 {count} 处</translation>
    </message>
    <message>
        <source>the text was changed: version {number}</source>
        <translation>正文有改动：第 {number} 版</translation>
    </message>
    <message>
        <source>Something else was changed since. Edit › Undo takes back step by step.</source>
        <translation>此后已有其他改动，请用“编辑 › 撤销”逐步撤回。</translation>
    </message>
    <message>
        <source>What came in, note by note</source>
        <translation>收回的内容，按批注排列</translation>
    </message>
</context>
<context>
    <name>Returns</name>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Policies with comments, reports, parts sent for review</source>
        <translation>带批注的文件、报告、送审包</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>{file} holds {count} of your comments on “{title}”: it seems to have come back.</source>
        <translation>{file} 中有您对《{title}》的批注 {count} 条，应是发出后返回的文件。</translation>
    </message>
    <message>
        <source>Take back what was answered</source>
        <translation>收回对方的答复</translation>
    </message>
    <message>
        <source>Open as a new document</source>
        <translation>作为新文件打开</translation>
    </message>
    <message>
        <source>{file} is a report of yours: it seems to have come back.</source>
        <translation>{file} 是您发出的报告，应为返回的文件。</translation>
    </message>
    <message>
        <source>Look at what was changed</source>
        <translation>查看改动</translation>
    </message>
    <message>
        <source>Comments are in {file}: {count}.</source>
        <translation>{file} 中有 {count} 条批注。</translation>
    </message>
    <message>
        <source>Bring them in as notes</source>
        <translation>转为本项目的批注</translation>
    </message>
</context>
<context>
    <name>ReviewBar</name>
    <message>
        <source>Review · {approved} of {total} approved · {waiting} wait</source>
        <translation>复核 · 已通过 {approved}/{total} · 待复核 {waiting}</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一条</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一条</translation>
    </message>
    <message>
        <source>Only notes that wait for review</source>
        <translation>只看待复核的批注</translation>
    </message>
    <message>
        <source>End the review</source>
        <translation>结束复核</translation>
    </message>
</context>
<context>
    <name>ReviewerRow</name>
    <message>
        <source>Your name, as it should stand on your notes (asked once)</source>
        <translation>您的姓名，将署在批注上（只问一次）</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>First and last name</source>
        <translation>姓名</translation>
    </message>
</context>
<context>
    <name>RiskStrip</name>
    <message>
        <source>Place in the policy, with its risks</source>
        <translation>在文件中的位置及风险分布</translation>
    </message>
</context>
<context>
    <name>SearchDialog</name>
    <message>
        <source>Search the whole matter</source>
        <translation>在整个项目中查找</translation>
    </message>
    <message>
        <source>Words to look for</source>
        <translation>要查找的文字</translation>
    </message>
    <message>
        <source>Words in documents, notes and replies</source>
        <translation>文件、批注和回复中的文字</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>查找结果</translation>
    </message>
    <message>
        <source>1 place</source>
        <translation>1 处</translation>
    </message>
    <message>
        <source>{count} places</source>
        <translation>共 {count} 处</translation>
    </message>
    <message>
        <source>{words}, the first {shown} shown</source>
        <translation>{words}，显示前 {shown} 处</translation>
    </message>
    <message>
        <source>Note {number}</source>
        <translation>批注 {number}</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Nothing found in this matter.</source>
        <translation>整个项目中没有找到。</translation>
    </message>
</context>
<context>
    <name>SectionsPane</name>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>上移（Alt+↑）</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>下移（Alt+↓）</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Tick what goes in. Drag a section, or move it with Alt and the arrow keys.</source>
        <translation>勾选要写入的章节；拖动，或者按 Alt 加方向键调整顺序。</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Critical</source>
        <translation>严重风险</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高风险</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中风险</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低风险</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>写批注</translation>
    </message>
    <message>
        <source>Propose other wording</source>
        <translation>建议表述</translation>
    </message>
    <message>
        <source>Copy with citation</source>
        <translation>复制并附出处</translation>
    </message>
    <message>
        <source>What to do with the selected words</source>
        <translation>对选中文字的操作</translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <source>Previous sheet (PageUp)</source>
        <translation>上一页（PageUp）</translation>
    </message>
    <message>
        <source>Next sheet (PageDown)</source>
        <translation>下一页（PageDown）</translation>
    </message>
    <message>
        <source>Sheet {number}</source>
        <translation>第 {number} 页</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>{title} · version {number}</source>
        <translation>{title} · 第 {number} 版</translation>
    </message>
    <message>
        <source>Document beside</source>
        <translation>并排显示的文件</translation>
    </message>
    <message>
        <source>Close the view beside</source>
        <translation>关闭并排视图</translation>
    </message>
</context>
<context>
    <name>SnippetTyping</name>
    <message>
        <source>Edit snippets…</source>
        <translation>编辑常用语…</translation>
    </message>
</context>
<context>
    <name>SnippetsDialog</name>
    <message>
        <source>Snippets</source>
        <translation>常用语</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>New snippet</source>
        <translation>新建常用语</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Type a name in any text field, then Tab: the text takes its place.</source>
        <translation>在任意输入框中键入名称，再按 Tab，即替换为全文。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>SpokenMarks</name>
    <message>
        <source>{severity}, note {number}</source>
        <translation>{severity}，批注 {number}</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Drop a policy here</source>
        <translation>把要审的文件拖到这里</translation>
    </message>
    <message>
        <source>Word, PDF, web page, text.</source>
        <translation>支持 Word、PDF、网页、文本。</translation>
    </message>
    <message>
        <source>Nothing leaves this computer.</source>
        <translation>文件不会离开这台电脑。</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Paste text</source>
        <translation>粘贴文本</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>看看示例</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Saved {time}</source>
        <translation>已保存 {time}</translation>
    </message>
    <message>
        <source>{percent}% read</source>
        <translation>已读 {percent}%</translation>
    </message>
    <message>
        <source>stays on this computer</source>
        <translation>仅存于本机</translation>
    </message>
</context>
<context>
    <name>TemplateRow</name>
    <message>
        <source>Choose the template…</source>
        <translation>选择模板…</translation>
    </message>
    <message>
        <source>A Word file with fields such as {{ conclusion }}.</source>
        <translation>带有 {{ conclusion }} 等字段的 Word 文件。</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Word files (*.docx *.dotx *.docm *.dotm)</source>
        <translation>Word 文件 (*.docx *.dotx *.docm *.dotm)</translation>
    </message>
    <message>
        <source>Choose the template</source>
        <translation>选择模板</translation>
    </message>
    <message>
        <source>Checked: {count} fields</source>
        <translation>已检查：{count} 个字段</translation>
    </message>
</context>
<context>
    <name>TheirWords</name>
    <message>
        <source>{author} wrote in the file, {day}:</source>
        <translation>{author} 在文件中写道（{day}）：</translation>
    </message>
    <message>
        <source>Words of {author}</source>
        <translation>{author} 的原话</translation>
    </message>
</context>
<context>
    <name>Themes</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>护眼</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
</context>
<context>
    <name>ToDecide</name>
    <message>
        <source>To be decided</source>
        <translation>需要先定</translation>
    </message>
    <message>
        <source>The conclusion is the program&apos;s proposal, drawn from the notes.</source>
        <translation>审查结论由程序根据批注拟出，尚无人改写。</translation>
    </message>
    <message>
        <source>“Law as of” is empty: the file says the day of its making.</source>
        <translation>“法律截止日”未填：文件将写作成文之日。</translation>
    </message>
    <message>
        <source>Neither client nor addressee is named: the file leaves a blank.</source>
        <translation>客户和收件人均未填：文件中留空待填。</translation>
    </message>
    <message>
        <source>To look at: nobody wrote this</source>
        <translation>请过目：以下并非人写</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Where you are</source>
        <translation>当前位置</translation>
    </message>
</context>
<context>
    <name>UnapprovedQuestion</name>
    <message>
        <source>Not approved yet</source>
        <translation>尚未复核通过</translation>
    </message>
    <message>
        <source>{count} of the {total} notes that go out are not approved.</source>
        <translation>将发出的 {total} 条批注中，有 {count} 条未经复核通过。</translation>
    </message>
    <message>
        <source>Drafts: {drafts} · for review: {waiting}</source>
        <translation>草稿 {drafts} 条 · 待复核 {waiting} 条</translation>
    </message>
    <message>
        <source>Do not ask again</source>
        <translation>不再询问</translation>
    </message>
    <message>
        <source>Export anyway</source>
        <translation>仍然导出</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Undecided</name>
    <message>
        <source>Two notes on the same words: #{first} and #{second}</source>
        <translation>针对同一处文字的两条批注：#{first} 与 #{second}</translation>
    </message>
    <message>
        <source>Let this stand ({number})</source>
        <translation>以此为准（{number}）</translation>
    </message>
    <message>
        <source>Rate both {severity} ({number})</source>
        <translation>两条都定为{severity}（{number}）</translation>
    </message>
    <message>
        <source>Join into #{note} ({number})</source>
        <translation>并入 #{note}（{number}）</translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>未署名</translation>
    </message>
    <message>
        <source>from another copy</source>
        <translation>来自其他副本</translation>
    </message>
    <message>
        <source>Said differently ({count})</source>
        <translation>说法不一（{count}）</translation>
    </message>
    <message>
        <source>On the same words ({count})</source>
        <translation>针对同一处文字（{count}）</translation>
    </message>
    <message>
        <source>Rated differently ({count})</source>
        <translation>风险等级不一（{count}）</translation>
    </message>
    <message>
        <source>Deleted or not</source>
        <translation>是否删除</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>风险等级</translation>
    </message>
    <message>
        <source>Its words in the policy</source>
        <translation>所涉原文</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Translation of the quote</source>
        <translation>原文译文</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>复核人</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Worked on: keep it</source>
        <translation>有改动，保留</translation>
    </message>
    <message>
        <source>Nowhere</source>
        <translation>无位置</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>The matter itself</source>
        <translation>项目信息</translation>
    </message>
</context>
<context>
    <name>UndecidedDialog</name>
    <message>
        <source>Left to decide between reviewers</source>
        <translation>审阅人之间的待定事项</translation>
    </message>
    <message>
        <source>Let these words stand</source>
        <translation>以这段文字为准</translation>
    </message>
    <message>
        <source>Show in the policy (V)</source>
        <translation>在文件中查看（V）</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Nothing is left to decide.</source>
        <translation>没有待定事项。</translation>
    </message>
    <message>
        <source>Make two notes of it (B)</source>
        <translation>拆成两条批注（B）</translation>
    </message>
    <message>
        <source>Keep both (B)</source>
        <translation>两条都保留（B）</translation>
    </message>
    <message>
        <source>Let both stand (B)</source>
        <translation>各自保留等级（B）</translation>
    </message>
    <message>
        <source>What is left to decide</source>
        <translation>待定事项</translation>
    </message>
    <message>
        <source>Other words</source>
        <translation>其他文字</translation>
    </message>
    <message>
        <source>Why? The reason is kept with the decision.</source>
        <translation>为什么？理由会与决定一并保存。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Rate both {severity}</source>
        <translation>两条都定为{severity}</translation>
    </message>
</context>
<context>
    <name>Unsaved</name>
    <message>
        <source>What you typed is not saved yet. It stays in its card and is tried again by itself.</source>
        <translation>您输入的内容尚未保存，仍留在批注卡片中，程序会自动重试。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Copy my words</source>
        <translation>复制我写的内容</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
</context>
<context>
    <name>UnsavedQuestion</name>
    <message>
        <source>Not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>The disk has not taken these words. They are lost if you leave now.</source>
        <translation>磁盘未能写入以下内容，现在离开就会丢失。</translation>
    </message>
    <message>
        <source>Words that are not saved</source>
        <translation>未保存的内容</translation>
    </message>
    <message>
        <source>Copy my words</source>
        <translation>复制我写的内容</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Leave without them</source>
        <translation>不保存并离开</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
</context>
<context>
    <name>VersionsShown</name>
    <message>
        <source>Show beside</source>
        <translation>并排显示</translation>
    </message>
    <message>
        <source>Versions of this document</source>
        <translation>本文件的各版本</translation>
    </message>
    <message>
        <source>Version {number} · {date} · {file}</source>
        <translation>第 {number} 版 · {date} · {file}</translation>
    </message>
    <message>
        <source>a document</source>
        <translation>一份文件</translation>
    </message>
    <message>
        <source>Version {number} of {count} is shown as it was, to be read only, its notes where they stood.</source>
        <translation>正在显示第 {number} 版（共 {count} 版）的原貌，只供阅读，批注在当时的位置。</translation>
    </message>
    <message>
        <source>Back to version {number}</source>
        <translation>回到第 {number} 版</translation>
    </message>
</context>
<context>
    <name>ViewsSwitch</name>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>The policy&apos;s words, set for reading</source>
        <translation>政策文字，按阅读排版</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>原版页面</translation>
    </message>
    <message>
        <source>The file&apos;s own pages</source>
        <translation>文件本身的页面</translation>
    </message>
</context>
<context>
    <name>Wishes</name>
    <message>
        <source>The file, its list of changes and all places are in order.</source>
        <translation>项目文件、改动记录与各处位置均正常。</translation>
    </message>
    <message>
        <source>Go to page</source>
        <translation>转到页</translation>
    </message>
    <message>
        <source>Page, of {pages}:</source>
        <translation>页码（共 {pages} 页）：</translation>
    </message>
    <message>
        <source>Note deleted; undo brings it back</source>
        <translation>批注已删除，可撤销恢复</translation>
    </message>
    <message>
        <source>{count} notes deleted; undo brings them back</source>
        <translation>已删除 {count} 条批注，可撤销恢复</translation>
    </message>
    <message>
        <source>The last step was {change}. Undo would take away what it brought.</source>
        <translation>上一步是“{change}”，撤销会移除它带来的内容。</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>确认撤销</translation>
    </message>
</context>
<context>
    <name>WordLooks</name>
    <message>
        <source>Colour of the words</source>
        <translation>原文标色</translation>
    </message>
    <message>
        <source>Proposed wording</source>
        <translation>建议表述</translation>
    </message>
    <message>
        <source>A PDF shows every note as a highlight; its words cannot be changed.</source>
        <translation>PDF 中每条批注都显示为高亮，正文文字无法修改。</translation>
    </message>
    <message>
        <source>Only for the annotated policy in Word.</source>
        <translation>仅适用于 Word 批注稿。</translation>
    </message>
    <message>
        <source>Words not coloured</source>
        <translation>原文不标色</translation>
    </message>
    <message>
        <source>Only comments: the text stays as it is.</source>
        <translation>只加批注，原文不动。</translation>
    </message>
    <message>
        <source>Highlighter</source>
        <translation>突出显示</translation>
    </message>
    <message>
        <source>Word&apos;s own highlighter colours, by severity.</source>
        <translation>按风险等级使用 Word 的突出显示颜色。</translation>
    </message>
    <message>
        <source>Exact shading</source>
        <translation>底纹</translation>
    </message>
    <message>
        <source>The colours of the memo, as shading behind the words.</source>
        <translation>以底纹标出，颜色与备忘录一致。</translation>
    </message>
    <message>
        <source>In the comment</source>
        <translation>写入批注</translation>
    </message>
    <message>
        <source>As tracked changes</source>
        <translation>作为修订</translation>
    </message>
    <message>
        <source>Only in the memo</source>
        <translation>仅写入备忘录</translation>
    </message>
    <message>
        <source>Proposed wording stands in the comment.</source>
        <translation>建议表述写在批注中。</translation>
    </message>
    <message>
        <source>Proposed wording is a tracked change in the text too, to accept or reject.</source>
        <translation>建议表述同时作为正文中的修订，可接受或拒绝。</translation>
    </message>
    <message>
        <source>Proposed wording is left to the memo.</source>
        <translation>建议表述只写在备忘录中。</translation>
    </message>
</context>
<context>
    <name>WorkPage</name>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>第 {page} 页，共 {pages} 页</translation>
    </message>
    <message>
        <source>Read only: nothing can be marked here</source>
        <translation>只读：此处不能标注</translation>
    </message>
</context>
<context>
    <name>_Answer</name>
    <message>
        <source>Delete reply</source>
        <translation>删除回复</translation>
    </message>
    <message>
        <source>Delete reply by {author}</source>
        <translation>删除{author}的回复</translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>Close message</source>
        <translation>关闭提示</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>另有 {count} 条</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>收起</translation>
    </message>
</context>
</TS>
