package refunds

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestADepositIsPaidBack(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodPost && r.ContentLength < 40 {
			w.WriteHeader(http.StatusUnprocessableEntity)
			return
		}
		w.Write([]byte(`{"state": "done"}`))
	}))
	defer server.Close()
	c := New(server.URL, server.Client())
	if err := c.Pay(context.Background(), "C-1", "DE89370400440532013000", 120000); err != nil {
		t.Error(err)
	}
	if err := c.Pay(context.Background(), "C-2", "", 0); !errors.Is(err, ErrRefused) {
		t.Error(err)
	}
	if state, err := c.State(context.Background(), "C-1"); state != "done" || err != nil {
		t.Error(state, err)
	}
}
