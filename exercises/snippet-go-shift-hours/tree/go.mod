module hours

go 1.19
