package partner

import (
	"math/rand"
	"net/http"
	"time"
)

const pause = 50 * time.Millisecond

// retrying sends a request once more when the partner stumbles.
type retrying struct {
	next http.RoundTripper
}

func (t retrying) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.next.RoundTrip(req)
	if !stumbled(resp, err) {
		return resp, err
	}
	if resp != nil {
		resp.Body.Close()
	}
	select {
	case <-req.Context().Done():
		return nil, req.Context().Err()
	case <-time.After(pause + time.Duration(rand.Int63n(int64(pause)))):
	}
	again := req.Clone(req.Context())
	if req.GetBody != nil {
		body, err := req.GetBody()
		if err != nil {
			return nil, err
		}
		again.Body = body
	}
	return t.next.RoundTrip(again)
}

func stumbled(resp *http.Response, err error) bool {
	return err != nil || resp.StatusCode == 502 || resp.StatusCode == 503 || resp.StatusCode == 504
}
