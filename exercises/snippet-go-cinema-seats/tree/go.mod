module seats

go 1.19
