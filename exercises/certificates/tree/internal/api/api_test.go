package api

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"example.com/certificates/internal/archive"
	"example.com/certificates/internal/platform"
	"example.com/certificates/internal/platform/platformtest"
)

func call(t *testing.T, jobs *platformtest.Jobs, method, path, body string) *httptest.ResponseRecorder {
	files := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/files/R-1.pdf" {
			w.WriteHeader(http.StatusNotFound)
			return
		}
		w.Write([]byte("signed"))
	}))
	defer files.Close()
	service := &API{Queue: platform.NewQueue(jobs.URL, "certificates"), Archive: archive.New(files.URL)}
	recorder := httptest.NewRecorder()
	service.Handler().ServeHTTP(recorder, httptest.NewRequest(method, path, strings.NewReader(body)))
	return recorder
}

func TestTake(t *testing.T) {
	for body, want := range map[string]int{
		`{"result": "R-7", "name": "Ada Winter", "course": "Statics", "passed_on": "2026-06-12"}`: http.StatusAccepted,
		`{"result": "R-7", "name": "Ada Winter", "course": "Statics"}`:                            http.StatusBadRequest,
		`{"result": "../7"`: http.StatusBadRequest,
	} {
		jobs := platformtest.NewJobs(t)
		if got := call(t, jobs, http.MethodPost, "/certificates", body).Code; got != want {
			t.Errorf("%s: got %d, not %d", body, got, want)
		}
		if want == http.StatusAccepted {
			jobs.Await(t, "the result is in the queue", func() bool { return jobs.Waiting() == 1 })
		}
	}
}

func TestShow(t *testing.T) {
	for path, want := range map[string]int{"/certificates/R-1": 200, "/certificates/R-2": 404, "/certificates/x": 404} {
		if got := call(t, platformtest.NewJobs(t), http.MethodGet, path, "").Code; got != want {
			t.Errorf("%s: got %d, not %d", path, got, want)
		}
	}
}
