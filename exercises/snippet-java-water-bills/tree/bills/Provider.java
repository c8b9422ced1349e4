package bills;

import java.io.IOException;

/** Sends mails for us. */
public interface Provider {
  /** Returns when the provider has taken the mail, after three seconds at most; otherwise it was not sent. For any thread. */
  void mail(String bill) throws IOException;
}
