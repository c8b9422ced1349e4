package billing;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class RunTest {
  private final List<String> charges = new CopyOnWriteArrayList<>();
  private final Service service;

  public RunTest() throws Exception {
    service = new Service();
  }

  @Before
  public void start() throws Exception {
    service.mail.on("/mails", (exchange, body) -> "202 ");
    service.gateway.on(
        "/charges",
        (exchange, body) -> {
          charges.add(body);
          return body.contains("c-poor") ? "200 {\"result\": \"declined\"}" : "200 {\"result\": \"ok\"}";
        });
    member("ana", "c-1", 5);
    member("ben", "c-poor", 20);
    member("cleo", "c-3", 21);
  }

  @After
  public void stop() {
    service.close();
  }

  private void member(String name, String card, int payday) throws Exception {
    String values = String.format("('%s', '%s@example.com', '%s', 4900, %d)", name, name, card, payday);
    service.update("INSERT INTO members (name, email, card, cents, payday) VALUES " + values);
  }

  @Test
  public void membersAreChargedFromTheirPaydayOn() throws Exception {
    String answer = service.post("/runs", "").body();
    for (String part : List.of("\"charged\":1", "\"charged_cents\":4900", "\"declined\":1", "\"failed\":0")) {
      assertEquals(answer, true, answer.contains(part));
    }
    assertEquals(2, charges.size());
  }

  @Test
  public void aSecondRunFindsNothingToDo() throws Exception {
    service.post("/runs", "");
    assertEquals(200, service.post("/runs", "").statusCode());
    assertEquals(2, charges.size());
  }

  @Test
  public void theOfficeSeesWhoseCardWasDeclined() throws Exception {
    service.post("/runs", "");
    String declined = service.get("/invoices?state=DECLINED").body();
    assertEquals(declined, true, declined.contains("\"member\":2,\"month\":\"2026-05\",\"cents\":4900"));
    assertEquals("[]", service.get("/invoices?state=OPEN").body());
    assertEquals(400, service.get("/invoices").statusCode());
  }
}
