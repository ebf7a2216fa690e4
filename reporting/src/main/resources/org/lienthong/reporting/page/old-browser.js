document.getElementById('old-browser').removeAttribute('hidden');
