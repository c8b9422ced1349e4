import resource
from attempt import held, verdict

for name in ("NPROC", "NOFILE", "FSIZE", "CPU", "DATA", "CORE", "STACK", "MEMLOCK"):
    limit = getattr(resource, "RLIMIT_" + name)
    _, hard = resource.getrlimit(limit)
    held(name + " is bounded", hard != resource.RLIM_INFINITY)
    for wanted in (hard + 1, resource.RLIM_INFINITY):
        try:
            resource.setrlimit(limit, (wanted, wanted))
            held(f"{name} to {wanted}", False)
        except (OSError, ValueError):
            pass
verdict()
