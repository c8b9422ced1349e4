module addresses

go 1.19
