module example.com/courier-gateway

go 1.19
