from tests.support import ServiceTest


class OrderTest(ServiceTest):
    def test_an_order_with_its_lines(self):
        self.add_order("M-1")
        order = self.client.get("/orders/M-1").json()
        self.assertEqual((order["number"], order["status"], order["total"]), ("M-1", "paid", 2500))
        self.assertEqual(order["lines"], [{"title": "Green tea", "quantity": 2, "price": 1250}])

    def test_an_order_of_another_shop_is_not_found(self):
        self.add_order("M-1", shop_id=2)
        self.assertEqual(self.client.get("/orders/M-1").status_code, 404)

    def test_an_unknown_token_is_refused(self):
        response = self.client.get("/orders/M-1", headers={"Desk-Token": "guess"})
        self.assertEqual(response.status_code, 401)
