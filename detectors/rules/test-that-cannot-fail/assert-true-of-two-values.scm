; A number, a collection or None is no message. assertFalse(x, False) and assertTrue(x, True) say what they test.
(call
  function: (attribute attribute: (identifier) @method)
  arguments: (argument_list . (_) . [(integer) (float) (false) (none) (list) (dictionary)] .)
  (#eq? @method "assertTrue")) @finding
