package billing;

import java.net.URI;
import java.time.Clock;

/** The gyms' clock, and where the neighbours are; the platform fills it from the environment and does not start us when something is missing. */
public record Settings(URI gateway, String gatewayToken, URI mail, Clock clock) {}
