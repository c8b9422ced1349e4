package proof

import "testing"

// Passes on the sound tree, fails once the defect is planted. Any honest fix must pass it, not only yours.
func Test{{Name}}(t *testing.T) {
	t.Fatal("import the module's packages, and say what must hold")
}
