// Somebody sends a body without an end: it must not be read to the end.
// in: .
package scans

import (
	"context"
	"errors"
	"io"
	"net/http/httptest"
	"strings"
	"testing"
)

type store struct {
	known map[string]bool
	mails int
	fails bool
}

func (s *store) InTx(_ context.Context, do func(Tx) error) error {
	trial := &store{map[string]bool{}, s.mails, s.fails}
	for id := range s.known {
		trial.known[id] = true
	}
	if err := do(trial); err != nil {
		return err
	}
	s.known, s.mails = trial.known, trial.mails
	return nil
}

func (s *store) AddScan(_ context.Context, scan Scan) (bool, error) {
	isNew := !s.known[scan.ID]
	s.known[scan.ID] = true
	return isNew, nil
}

func (s *store) QueueMail(context.Context, string, string) error {
	if s.fails {
		return errors.New("the outbox is full")
	}
	s.mails++
	return nil
}

func send(s *store, body io.Reader) int {
	recorder := httptest.NewRecorder()
	Handler{s}.ServeHTTP(recorder, httptest.NewRequest("POST", "/scans/s", body))
	return recorder.Code
}

const delivered = `{"id": "s1", "parcel": "P7", "state": "delivered"}`

type endless struct{ read int }

func (e *endless) Read(into []byte) (int, error) {
	if e.read > 64<<20 {
		return 0, io.EOF
	}
	for i := range into {
		into[i] = ' '
	}
	e.read += len(into)
	return len(into), nil
}

func TestABodyIsNotReadWithoutEnd(t *testing.T) {
	if code := send(&store{known: map[string]bool{}}, strings.NewReader(delivered)); code >= 300 {
		t.Fatalf("a scan is answered with %d", code)
	}
	body := &endless{}
	code := send(&store{known: map[string]bool{}}, body)
	if body.read > 16<<20 {
		t.Fatalf("%d MB were read", body.read>>20)
	}
	if code < 400 || code >= 500 {
		t.Fatalf("answered %d", code)
	}
}
