// Package notary has certificates signed.
package notary

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"time"

	"example.com/certificates/internal/rest"
)

// ErrRefused is the notary's last word on a certificate.
var ErrRefused = errors.New("the notary refuses to sign")

// Certificate is what is signed.
type Certificate struct {
	Result   string `json:"result"`
	Name     string `json:"name"`
	Course   string `json:"course"`
	PassedOn string `json:"passed_on"`
}

// Client is the client of the notary.
type Client struct {
	rest  *rest.Client
	token string
}

// New makes the client.
func New(base, token string) *Client {
	return &Client{rest.New("notary", base, 15*time.Second), token}
}

// Sign returns the signed PDF.
func (c *Client) Sign(ctx context.Context, requestID string, certificate Certificate) ([]byte, error) {
	body, err := json.Marshal(certificate)
	if err != nil {
		return nil, err
	}
	header := http.Header{}
	header.Set("Content-Type", "application/json")
	header.Set("Authorization", "Bearer "+c.token)
	header.Set("Request-Id", requestID)
	pdf, err := c.rest.Send(ctx, http.MethodPost, "/signatures", header, body)
	var failed *rest.Error
	if errors.As(err, &failed) && failed.Status == http.StatusUnprocessableEntity {
		return nil, fmt.Errorf("%w: %v", ErrRefused, err)
	}
	return pdf, err
}
