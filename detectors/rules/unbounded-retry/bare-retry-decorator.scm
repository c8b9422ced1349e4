; A decorator that is a name alone, without a call.
(decorator [(identifier) (attribute)] @finding)
