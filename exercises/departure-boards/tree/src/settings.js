// What the platform tells an instance in its environment.
export function settings() {
  return {
    timetableUrl: required('TIMETABLE_URL'),
    changesUrl: required('CHANGES_URL'),
  };
}

function required(name) {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set`);
  }
  return value;
}
