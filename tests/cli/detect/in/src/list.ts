app.get('/orders', async (req, res) => {
  const { rows } = await pool.query(`SELECT id FROM orders WHERE state = 'open' ORDER BY ${req.query.sort} LIMIT 50`);
  res.json(rows);
});
