// The queue does not take the job: exams must not be told that the result was taken.
package proof

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"example.com/certificates/internal/api"
	"example.com/certificates/internal/archive"
	"example.com/certificates/internal/platform"
)

func TestWhatIsNotQueuedIsNotAccepted(t *testing.T) {
	away := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusServiceUnavailable)
	}))
	defer away.Close()
	service := &api.API{Queue: platform.NewQueue(away.URL, "certificates"), Archive: archive.New(away.URL)}
	request := httptest.NewRequest(http.MethodPost, "/certificates",
		strings.NewReader(`{"result": "R-7", "name": "Ada Winter", "course": "Statics", "passed_on": "2026-06-12"}`))
	recorder := httptest.NewRecorder()
	service.Handler().ServeHTTP(recorder, request)
	if recorder.Code < 500 {
		t.Fatalf("the job was not queued, and exams got %d", recorder.Code)
	}
}
