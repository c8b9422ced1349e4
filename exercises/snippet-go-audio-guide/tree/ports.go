// Package guide serves recordings.
package guide

import (
	"errors"
	"io"
)

// ErrForbidden says that a ticket is not good for a recording, or that there is no such recording.
var ErrForbidden = errors.New("not with this ticket")

// Store keeps the recordings.
type Store interface {
	// Open gives a recording to the holder of a ticket.
	Open(name, ticket string) (io.ReadCloser, error)
}

// Counter is a metric. A new combination of labels is a new series.
type Counter interface {
	Inc(labels ...string)
}
