// Package rest calls the services around us.
package rest

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"
)

const answerLimit = 8 << 20

// Client calls one service.
type Client struct {
	service string
	base    string
	http    *http.Client
}

// New makes the client of a service. A call takes no longer than the timeout.
func New(service, base string, timeout time.Duration) *Client {
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.MaxIdleConnsPerHost = 32
	return &Client{service: service, base: base, http: &http.Client{Transport: transport, Timeout: timeout}}
}

// Error is a call that failed. Status is that of the answer, 0 if there was none.
type Error struct {
	Service string
	Status  int
	err     error
}

func (e *Error) Error() string { return e.Service + ": " + e.err.Error() }

func (e *Error) Unwrap() error { return e.err }

// Service names the service whose call failed, "none" if it was something else.
func Service(err error) string {
	var failed *Error
	if errors.As(err, &failed) {
		return failed.Service
	}
	return "none"
}

// Call sends a value as JSON and reads the answer into another. Either may be nil.
func (c *Client) Call(ctx context.Context, method, path string, in, out any) error {
	var body []byte
	if in != nil {
		text, err := json.Marshal(in)
		if err != nil {
			return err
		}
		body = text
	}
	answer, err := c.Send(ctx, method, path, http.Header{"Content-Type": {"application/json"}}, body)
	if err != nil || out == nil || len(answer) == 0 {
		return err
	}
	return json.Unmarshal(answer, out)
}

// Send sends a body as it is and returns the answer's. All errors are an Error, whose text has nothing of either body in it:
// they are about people.
func (c *Client) Send(ctx context.Context, method, path string, header http.Header, body []byte) ([]byte, error) {
	req, err := http.NewRequestWithContext(ctx, method, c.base+path, bytes.NewReader(body))
	if err != nil {
		return nil, &Error{Service: c.service, err: err}
	}
	req.Header = header
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, &Error{Service: c.service, err: err}
	}
	defer resp.Body.Close()
	answer, err := io.ReadAll(io.LimitReader(resp.Body, answerLimit+1))
	if err == nil && len(answer) > answerLimit {
		err = errors.New("the answer is too large")
	}
	if err == nil && resp.StatusCode >= 300 {
		err = fmt.Errorf("%s %s: %s", method, path, resp.Status)
	}
	if err != nil {
		return nil, &Error{Service: c.service, Status: resp.StatusCode, err: err}
	}
	return answer, nil
}
