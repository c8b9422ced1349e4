// Package metrics counts what happens, by name and label.
package metrics

import (
	"fmt"
	"net/http"
	"sort"
	"sync"
)

type series struct {
	name, label string
}

var (
	mutex  sync.Mutex
	counts = map[series]int{}
)

// Count adds one to a series.
func Count(name, label string) {
	mutex.Lock()
	defer mutex.Unlock()
	counts[series{name, label}]++
}

// Handler lists all series, one in a line.
func Handler() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		for _, line := range lines() {
			fmt.Fprintln(w, line)
		}
	})
}

func lines() []string {
	mutex.Lock()
	defer mutex.Unlock()
	var lines []string
	for key, count := range counts {
		lines = append(lines, fmt.Sprintf("%s{label=%q} %d", key.name, key.label, count))
	}
	sort.Strings(lines)
	return lines
}
