module scans

go 1.19
