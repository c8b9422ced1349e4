// An insurer takes the connection and says nothing.
package quotes;

import static org.junit.Assert.assertFalse;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.Test;

public class TimeoutProof {
  @Test
  public void aSilentInsurerIsGivenUp() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread asking =
          new Thread(
              () -> {
                try {
                  new Quotes.HttpInsurer("Silent", "http://127.0.0.1:" + silent.getLocalPort() + "/").cents("B-XY 123");
                } catch (Exception expected) {
                  // that is what it is to do
                }
              });
      asking.setDaemon(true);
      asking.start();
      asking.join(9000);
      assertFalse("the insurer is still waited for after nine seconds", asking.isAlive());
    }
  }
}
