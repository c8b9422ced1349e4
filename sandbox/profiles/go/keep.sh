# Called by `go test -exec` instead of a test program: puts the program aside, with the folder that it belongs in.
pwd >"$TMPDIR/programs/$$.folder" && cp "$1" "$TMPDIR/programs/$$"
