// The carrier did not get our answer, and sends the scan again: one mail.
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

func TestARepeatedScanIsToldOnce(t *testing.T) {
	s := &store{known: map[string]bool{}}
	send(s, strings.NewReader(delivered))
	if code := send(s, strings.NewReader(delivered)); code >= 300 {
		t.Fatalf("a repeated scan is answered with %d, and will be sent again", code)
	}
	if s.mails != 1 {
		t.Fatalf("%d mails for one scan", s.mails)
	}
}
