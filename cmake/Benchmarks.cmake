# Benchmarks are built when Google Benchmark is there; nothing depends on them.
