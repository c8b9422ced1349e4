module refunds

go 1.19
