# Opens .clausemark files with the installed program, for this user only: nothing needs an administrator.
# To take it back: associate.ps1 -Remove
param([switch]$Remove)
$ErrorActionPreference = "Stop"
$classes = "HKCU:\Software\Classes"
$type = "Clausemark.Matter"
if ($Remove) {
    Remove-Item -Recurse -Path "$classes\.clausemark", "$classes\$type" -ErrorAction SilentlyContinue
    return
}
$program = (Get-Command clausemark-window.exe).Source
New-Item -Force -Path "$classes\.clausemark" -Value $type | Out-Null
New-ItemProperty -Force -Path "$classes\.clausemark" -Name "Content Type" -Value "application/vnd.clausemark.matter" | Out-Null
New-Item -Force -Path "$classes\$type" -Value "Clausemark matter" | Out-Null
New-Item -Force -Path "$classes\$type\shell\open\command" -Value "`"$program`" `"%1`"" | Out-Null
