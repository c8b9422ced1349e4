package prices

import "testing"

func TestNothing(t *testing.T) {
	if Total(nil) != 0 {
		t.Error("not nothing")
	}
}
