// Package refunds pays deposits back.
package refunds

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand"
	"net/http"
	"net/url"
	"time"
)

const (
	timeout  = 10 * time.Second
	attempts = 4
	pause    = 250 * time.Millisecond
	mostRead = 64 << 10
)

// ErrRefused says that the bank has not taken a transfer; of a question, that it does not answer it.
var ErrRefused = errors.New("the bank refuses")

// Client speaks to the bank.
type Client struct {
	address string
	http    *http.Client
}

// New makes a client of the bank at an address.
func New(address string, client *http.Client) *Client {
	return &Client{address, client}
}

func (c *Client) once(ctx context.Context, method, path string, body []byte) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, method, c.address+path, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	response, err := c.http.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	if response.StatusCode >= 400 && response.StatusCode < 500 {
		return nil, fmt.Errorf("%w: %s", ErrRefused, response.Status)
	}
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("the bank answers %s", response.Status)
	}
	return io.ReadAll(io.LimitReader(response.Body, mostRead))
}

// patiently asks up to four times, with growing pauses, while the context lives.
func (c *Client) patiently(ctx context.Context, method, path string, body []byte) (answer []byte, err error) {
	for i := 0; i < attempts; i++ {
		if answer, err = c.once(ctx, method, path, body); err == nil || errors.Is(err, ErrRefused) {
			return answer, err
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(pause<<i + time.Duration(rand.Int63n(int64(pause)))):
		}
	}
	return nil, err
}

// Pay sends a deposit back. The reference is the contract's number.
func (c *Client) Pay(ctx context.Context, ref, iban string, cents int64) error {
	body, err := json.Marshal(map[string]any{"ref": ref, "iban": iban, "cents": cents})
	if err != nil {
		return err
	}
	_, err = c.once(ctx, http.MethodPost, "/transfers", body)
	return err
}

// State tells what the bank knows of a transfer: "done", "pending" or "unknown".
func (c *Client) State(ctx context.Context, ref string) (string, error) {
	answer, err := c.patiently(ctx, http.MethodGet, "/transfers?ref="+url.QueryEscape(ref), nil)
	if err != nil {
		return "", err
	}
	var transfer struct{ State string }
	if err := json.Unmarshal(answer, &transfer); err != nil {
		return "", fmt.Errorf("the state of %s: %w", ref, err)
	}
	switch transfer.State {
	case "done", "pending", "unknown":
		return transfer.State, nil
	}
	return "", fmt.Errorf("the state of %s: %q", ref, transfer.State)
}
