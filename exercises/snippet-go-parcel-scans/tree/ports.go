// Package scans takes what the carrier sees of our parcels.
package scans

import (
	"context"
	"time"
)

// Scan is one sight of a parcel.
type Scan struct {
	ID     string    `json:"id"`
	Parcel string    `json:"parcel"`
	State  string    `json:"state"`
	At     time.Time `json:"at"`
}

// Tx is a transaction of the database. Its mails go out, once each, after it is committed.
type Tx interface {
	// AddScan stores a scan, and tells whether it was new: the table is unique by the scan's id.
	AddScan(ctx context.Context, scan Scan) (isNew bool, err error)
	// QueueMail puts a mail to the parcel's customer into the outbox.
	QueueMail(ctx context.Context, parcel, text string) error
}

// Database runs a function in a transaction: committed when it returns nil, rolled back otherwise, and then its error is returned.
type Database interface {
	InTx(ctx context.Context, do func(Tx) error) error
}
