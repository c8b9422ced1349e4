-- A row that a statement returns is what is wrong: none on the sound tree, some once the defect is planted.
-- Any honest fix must pass, not only yours.
SELECT 'say what must hold';
