// Package orders tells the order service about parcels.
package orders

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/url"
	"time"

	"example.com/courier-gateway/internal/metrics"
)

// Event is a partner's news of a parcel. At is passed on as it came: orders judges it.
type Event struct {
	Parcel string          `json:"parcel"`
	Status string          `json:"status"`
	At     json.RawMessage `json:"at"`
}

// Client speaks to the order service.
type Client struct {
	base string
	http *http.Client
}

// New makes the client.
func New(base string) *Client {
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.MaxIdleConnsPerHost = 24
	return &Client{base: base, http: &http.Client{Transport: transport, Timeout: 2 * time.Second}}
}

// SetStatus passes an event on. What orders refuses for good is counted and forgotten.
func (c *Client) SetStatus(ctx context.Context, event Event) error {
	body, err := json.Marshal(map[string]any{"status": event.Status, "at": event.At})
	if err != nil {
		return err
	}
	target := c.base + "/parcels/" + url.PathEscape(event.Parcel) + "/status"
	req, err := http.NewRequestWithContext(ctx, http.MethodPut, target, bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", "application/json")
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	io.Copy(io.Discard, io.LimitReader(resp.Body, 4<<10))
	switch {
	case resp.StatusCode == http.StatusNotFound || resp.StatusCode == http.StatusUnprocessableEntity:
		log.Printf("orders refused %q of parcel %q: %s", event.Status, event.Parcel, resp.Status)
		metrics.Count("event_refused", resp.Status)
		return nil
	case resp.StatusCode >= 300:
		return fmt.Errorf("orders: PUT %s: %s", req.URL.Path, resp.Status)
	}
	return nil
}
