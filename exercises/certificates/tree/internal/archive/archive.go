// Package archive keeps the certificates.
package archive

import (
	"context"
	"errors"
	"net/http"
	"time"

	"example.com/certificates/internal/rest"
)

// Client is the client of archive.
type Client struct {
	rest *rest.Client
}

// New makes the client.
func New(base string) *Client {
	return &Client{rest.New("archive", base, 10*time.Second)}
}

// Put keeps the PDF of a result.
func (c *Client) Put(ctx context.Context, result string, pdf []byte) error {
	_, err := c.rest.Send(ctx, http.MethodPut, path(result), http.Header{"Content-Type": {"application/pdf"}}, pdf)
	return err
}

// Get returns the PDF of a result, nil if there is none.
func (c *Client) Get(ctx context.Context, result string) ([]byte, error) {
	pdf, err := c.rest.Send(ctx, http.MethodGet, path(result), http.Header{}, nil)
	var failed *rest.Error
	if errors.As(err, &failed) && failed.Status == http.StatusNotFound {
		return nil, nil
	}
	return pdf, err
}

func path(result string) string {
	return "/files/" + result + ".pdf"
}
