// Package hours lists who worked when.
package hours

import (
	"context"
	"time"
)

// Shift is a time that somebody worked.
type Shift struct {
	ID      int64     `json:"id"`
	Worker  string    `json:"worker"`
	Begin   time.Time `json:"begin"`
	Minutes int       `json:"minutes"`
}

// Book is the database. A query ends when its context does.
type Book interface {
	// Between gives the shifts of a site that begin in [from, to), by id, behind an id, so many at most; never nil.
	Between(ctx context.Context, site string, from, to time.Time, after int64, limit int) ([]Shift, error)
}
