package scans

import (
	"context"
	"net/http/httptest"
	"strings"
	"testing"
)

type memory struct {
	known map[string]bool
	mails []string
}

func (m *memory) InTx(_ context.Context, do func(Tx) error) error { return do(m) }

func (m *memory) AddScan(_ context.Context, scan Scan) (bool, error) {
	isNew := !m.known[scan.ID]
	m.known[scan.ID] = true
	return isNew, nil
}

func (m *memory) QueueMail(_ context.Context, parcel, text string) error {
	m.mails = append(m.mails, parcel+": "+text)
	return nil
}

func post(h Handler, body string) int {
	recorder := httptest.NewRecorder()
	h.ServeHTTP(recorder, httptest.NewRequest("POST", "/scans/s", strings.NewReader(body)))
	return recorder.Code
}

func TestScansAreTaken(t *testing.T) {
	database := &memory{known: map[string]bool{}}
	handler := Handler{database}
	for body, code := range map[string]int{
		`{"id": "s1", "parcel": "P7", "state": "sorted"}`:           204,
		`{"id": "s2", "parcel": "P7", "state": "out_for_delivery"}`: 204,
		`{"id": "s3"}`: 400,
		`nonsense`:     400,
	} {
		if got := post(handler, body); got != code {
			t.Errorf("%s answers %d", body, got)
		}
	}
	if len(database.mails) != 1 || database.mails[0] != "P7: Your parcel has been handed to the driver." {
		t.Errorf("mails: %q", database.mails)
	}
}
