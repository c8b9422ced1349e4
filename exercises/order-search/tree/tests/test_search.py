from tests.support import ServiceTest


class SearchTest(ServiceTest):
    def setUp(self):
        super().setUp()
        self.add_order("M-1", placed_at=1000)
        self.add_order("M-2", placed_at=2000, customer_id=2, status="shipped")
        self.add_order("M-3", placed_at=3000)
        self.add_order("M-4", placed_at=4000, shop_id=2)

    def numbers(self, **params):
        page = self.client.get("/search", params=params).json()
        return [order["number"] for order in page["orders"]], page["next"]

    def test_the_orders_of_the_shop_newest_first(self):
        self.assertEqual(self.numbers(), (["M-3", "M-2", "M-1"], None))

    def test_by_status(self):
        self.assertEqual(self.numbers(status="shipped"), (["M-2"], None))

    def test_by_email_whatever_the_case(self):
        self.assertEqual(self.numbers(email=" ben@example.com"), (["M-2"], None))
        self.assertEqual(self.numbers(email="nobody@example.com"), ([], None))

    def test_page_by_page(self):
        first, following = self.numbers(limit=2)
        self.assertEqual(first, ["M-3", "M-2"])
        self.assertEqual(self.numbers(limit=2, after=following), (["M-1"], None))

    def test_what_a_result_shows(self):
        order = self.client.get("/search", params={"status": "shipped"}).json()["orders"][0]
        self.assertEqual((order["customer"], order["placed_at"]), ("Ben", 2000))

    def test_bad_parameters_are_refused(self):
        for params in [{"status": "lost"}, {"limit": 1000}, {"after": "x"}]:
            self.assertEqual(self.client.get("/search", params=params).status_code, 422)

    def test_the_export_is_a_spreadsheet(self):
        response = self.client.get("/export", params={"status": "paid"})
        self.assertEqual(
            response.text, "number,status,total,placed_at\r\nM-3,paid,2500,3000\r\nM-1,paid,2500,1000\r\n"
        )

    def test_requests_are_measured(self):
        self.numbers()
        self.assertIn('desk_request_seconds_count{method="GET",path="/search"', self.client.get("/metrics/").text)


class ParcelTest(ServiceTest):
    def test_where_the_parcel_is(self):
        self.add_order("M-1", status="shipped", tracking_code="JX-1")
        self.assertEqual(
            self.client.get("/orders/M-1/parcel").json(), {"state": "on its way", "place": "Lyon"}
        )

    def test_an_order_that_waits(self):
        self.add_order("M-1")
        self.assertEqual(
            self.client.get("/orders/M-1/parcel").json(), {"state": "not shipped", "place": None}
        )

    def test_an_unknown_order_is_not_found(self):
        self.assertEqual(self.client.get("/orders/M-9/parcel").status_code, 404)
