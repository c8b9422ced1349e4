// Package metrics counts what happens, by name and by a label with few values.
package metrics

import (
	"expvar"
	"net/http"
	"sync"
)

var (
	mutex    sync.Mutex
	counters = map[string]*expvar.Map{}
)

// Count adds one to a counter.
func Count(name, label string) {
	counter(name).Add(label, 1)
}

// Value is what has been counted so far.
func Value(name, label string) int64 {
	if value, ok := counter(name).Get(label).(*expvar.Int); ok {
		return value.Value()
	}
	return 0
}

// Handler serves all counters as JSON.
func Handler() http.Handler {
	return expvar.Handler()
}

func counter(name string) *expvar.Map {
	mutex.Lock()
	defer mutex.Unlock()
	if counters[name] == nil {
		counters[name] = expvar.NewMap(name)
	}
	return counters[name]
}
