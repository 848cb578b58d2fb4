"""Facts of HTML that its readers share: tags, white space, lists, tables, page furniture, the walk."""
