; A number, a collection or None is no message.
(call
  function: (attribute attribute: (identifier) @method)
  arguments: (argument_list . (_) . [(integer) (float) (true) (false) (none) (list) (dictionary)] .)
  (#any-of? @method "assertTrue" "assertFalse")) @finding
