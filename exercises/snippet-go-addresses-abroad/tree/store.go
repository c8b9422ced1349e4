// Package addresses keeps customers' addresses.
package addresses

import (
	"context"
	"errors"
)

// ErrUnknown says that a customer has no address.
var ErrUnknown = errors.New("no address")

// Store keeps an address for each customer.
type Store interface {
	Get(ctx context.Context, customer string) (Address, error)
	Put(ctx context.Context, customer string, address Address) error
	// Update lets nobody else write between its reading and its writing. What change returns as an error is returned, and nothing is written.
	Update(ctx context.Context, customer string, change func(*Address) error) (Address, error)
}
