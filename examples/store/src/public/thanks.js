// While Amazon still checks the payment the page looks again by itself.
if (document.querySelector("[data-poll]")) setTimeout(() => location.reload(), 3000);
