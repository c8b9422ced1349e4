// A delivery of 64 MB: it must be refused long before all of it has been read.
// in: internal/api
package api

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"example.com/courier-gateway/internal/orders"
	"example.com/courier-gateway/internal/partner"
)

type counting struct {
	io.Reader
	read int64
}

func (c *counting) Read(into []byte) (int, error) {
	n, err := c.Reader.Read(into)
	c.read += int64(n)
	return n, err
}

type letters struct{}

func (letters) Read(into []byte) (int, error) {
	for i := range into {
		into[i] = 'a'
	}
	return len(into), nil
}

func TestALargeDeliveryIsRefused(t *testing.T) {
	const size, most = 64 << 20, 16 << 20
	gateway := &API{
		Orders:   orders.New("http://127.0.0.1:1"),
		Partners: map[string]*partner.Client{"north": partner.New("north", "http://127.0.0.1:1", "token", "secret")},
	}
	body := &counting{Reader: io.MultiReader(strings.NewReader(`[{"parcel": "`), io.LimitReader(letters{}, size))}
	request := httptest.NewRequest(http.MethodPost, "/partners/north/events", body)
	request.Header.Set("Authorization", "Bearer secret")
	recorder := httptest.NewRecorder()
	gateway.Handler().ServeHTTP(recorder, request)
	if body.read > most {
		t.Fatalf("%d MB of one delivery were read", body.read>>20)
	}
	if recorder.Code < 400 || recorder.Code >= 500 {
		t.Fatalf("a delivery that is too large was answered with %d", recorder.Code)
	}
}
