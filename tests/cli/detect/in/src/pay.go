package pay

import "net/http"

func rate() (*http.Response, error) {
	return http.Get("https://rates.example/eur")
}

func own() (*http.Response, error) {
	// seedfault: ignore[call-without-timeout] the sidecar answers on the same host and has its own limit
	return http.Get("http://sidecar/eur")
}

func unexplained() (*http.Response, error) {
	return http.Get("http://sidecar/usd") // seedfault: ignore[call-without-timeout]
}
