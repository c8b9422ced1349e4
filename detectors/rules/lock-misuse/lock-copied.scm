(parameter_declaration name: (identifier) @name
  type: (qualified_type package: (package_identifier) @package name: (type_identifier) @type)
  (#eq? @package "sync") (#any-of? @type "Mutex" "RWMutex" "WaitGroup" "Once")) @finding
