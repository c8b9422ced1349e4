# The program itself, and where it and its data go when it is installed.
