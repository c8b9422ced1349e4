module pictures

go 1.19
