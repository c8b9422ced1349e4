package pictures

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestPicturesAreAnsweredInOrder(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/gone" {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "image/png")
		w.Write([]byte("1234"))
	}))
	defer server.Close()
	body := `["` + server.URL + `/a", "` + server.URL + `/gone", ":"]`
	recorder := httptest.NewRecorder()
	Checker{server.Client()}.ServeHTTP(recorder, httptest.NewRequest("POST", "/pictures/check", strings.NewReader(body)))
	for _, wanted := range []string{`"type":"image/png","bytes":4`, "answers 404", "is no address"} {
		if !strings.Contains(recorder.Body.String(), wanted) {
			t.Errorf("%q is missing in %s", wanted, recorder.Body)
		}
	}
}

func TestTooManyAreRefused(t *testing.T) {
	recorder := httptest.NewRecorder()
	body := "[" + strings.Repeat(`"u",`, 500) + `"u"]`
	Checker{}.ServeHTTP(recorder, httptest.NewRequest("POST", "/pictures/check", strings.NewReader(body)))
	if recorder.Code != http.StatusBadRequest {
		t.Errorf("answered %d", recorder.Code)
	}
}
