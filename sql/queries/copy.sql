copy (
:query
) to stdout (format binary)
