// Answers that carry an exception's text.
#include "read.hpp"

TEST_CASE("an exception's text in an answer") {
  check_found(
      detectors::find_error_responses,
      {
          {"a.py",
           "from flask import Flask, jsonify\napp = Flask(__name__)\n@app.route('/')\ndef f():\n    try:\n   "
           "     g()\n    except Exception as e:\n        return jsonify(error=str(e)), 500\n",
           "Exception:8"},
          {"a.py",
           "from flask import Flask, jsonify\napp = Flask(__name__)\n@app.route('/')\ndef f():\n    try:\n   "
           "     g()\n    except Exception as e:\n        return jsonify(error='no'), 500\n",
           ""},
          {"a.go",
           "package a\nimport \"net/http\"\nfunc f(w http.ResponseWriter, r *http.Request) {\n\tif err := "
           "g(); err != nil {\n\t\thttp.Error(w, err.Error(), 500)\n\t}\n}\n",
           "err != nil:5"},
          {"a.go",
           "package a\nimport \"net/http\"\nfunc f(w http.ResponseWriter, r *http.Request) {\n\tif err := "
           "g(); err != nil {\n\t\thttp.Error(w, \"no\", 500)\n\t}\n}\n",
           ""},
          {"a.ts",
           "import express from 'express';\nconst app = express();\napp.get('/', async (req, res) => {\n  "
           "try {\n    await g();\n  } catch (e) {\n    res.status(500).json({ error: e.message });\n  "
           "}\n});\n",
           "everything:7"},
      });
}
