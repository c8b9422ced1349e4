package billing;

import static org.junit.Assert.assertEquals;

import org.junit.After;
import org.junit.Test;

public class ApiTest {
  private final Service service;

  public ApiTest() throws Exception {
    service = new Service();
  }

  @After
  public void stop() {
    service.close();
  }

  private int signUp(String more) throws Exception {
    String body = "{\"name\": \"Ana\", \"email\": \"ana@example.com\", \"card\": \"c-1\"" + more + "}";
    return service.post("/members", body).statusCode();
  }

  @Test
  public void aMemberSignsUp() throws Exception {
    assertEquals(201, signUp(", \"plan\": \"ropes\""));
    assertEquals(1, service.number("SELECT count(*) FROM members WHERE email = 'ana@example.com' AND cents = 5900"));
  }

  @Test
  public void nobodySignsUpTwice() throws Exception {
    assertEquals(201, signUp(", \"plan\": \"ropes\""));
    assertEquals(409, signUp(", \"plan\": \"bouldering\""));
  }

  @Test
  public void aPlanIsNeeded() throws Exception {
    assertEquals(400, signUp(", \"plan\": \"sauna\""));
    assertEquals(400, signUp(""));
  }

  @Test
  public void aMemberChoosesThePayday() throws Exception {
    assertEquals(400, signUp(", \"plan\": \"ropes\", \"payday\": 31"));
    assertEquals(201, signUp(", \"plan\": \"ropes\", \"payday\": 15"));
    assertEquals(15, service.number("SELECT payday FROM members"));
  }
}
