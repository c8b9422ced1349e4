// Package partner speaks to the delivery companies.
package partner

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"time"
)

const (
	callTimeout = 4 * time.Second
	answerLimit = 1 << 20
)

var errNotFound = errors.New("not found")

// Quote is a partner's price for a parcel.
type Quote struct {
	Partner string `json:"partner"`
	Cents   int    `json:"cents"`
	Days    int    `json:"days"`
}

// Client speaks to one partner.
type Client struct {
	Name   string
	Secret string
	base   string
	token  string
	http   *http.Client
}

// New makes the client of a partner.
func New(name, base, token, secret string) *Client {
	return &Client{
		Name:   name,
		Secret: secret,
		base:   base,
		token:  token,
		http:   &http.Client{Transport: retrying{http.DefaultTransport}},
	}
}

// Quote asks what the partner would charge.
func (c *Client) Quote(ctx context.Context, parcel Parcel) (*Quote, error) {
	quote := &Quote{}
	if err := c.do(ctx, http.MethodPost, "/quotes", "", parcel, quote); err != nil {
		return nil, err
	}
	if quote.Cents <= 0 {
		return nil, fmt.Errorf("%s: a quote of %d cents", c.Name, quote.Cents)
	}
	quote.Partner = c.Name
	return quote, nil
}

// Book orders the transport of a parcel.
func (c *Client) Book(ctx context.Context, parcel Parcel) (*Booking, error) {
	booking := &Booking{}
	if err := c.do(ctx, http.MethodPost, "/bookings", "book-"+parcel.Reference, parcel, booking); err != nil {
		return nil, err
	}
	return booking, nil
}

// Track looks up where a parcel is: nil when the partner has not seen it.
func (c *Client) Track(ctx context.Context, id string) (*Tracking, error) {
	tracking := &Tracking{}
	err := c.do(ctx, http.MethodGet, "/parcels/"+url.PathEscape(id), "", nil, tracking)
	if errors.Is(err, errNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return tracking, nil
}

func (c *Client) do(ctx context.Context, method, path, key string, in, out any) error {
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	var body bytes.Buffer
	if in != nil {
		if err := json.NewEncoder(&body).Encode(in); err != nil {
			return err
		}
	}
	req, err := http.NewRequestWithContext(ctx, method, c.base+path, &body)
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+c.token)
	req.Header.Set("Content-Type", "application/json")
	if key != "" {
		req.Header.Set("Idempotency-Key", key)
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode == http.StatusNotFound {
		return fmt.Errorf("%s: %s %s: %w", c.Name, method, path, errNotFound)
	}
	if resp.StatusCode >= 300 {
		return fmt.Errorf("%s: %s %s: %s", c.Name, method, path, resp.Status)
	}
	return json.NewDecoder(io.LimitReader(resp.Body, answerLimit)).Decode(out)
}
